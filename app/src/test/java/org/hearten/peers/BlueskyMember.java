package org.hearten.peers;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Somebody on the network who is not Hearten: posts, answers, likes, passes on and quotes. */
public final class BlueskyMember {
    /** A record by name and hash. */
    public record Ref(String uri, String cid) {}

    private static final JsonMapper JSON = new JsonMapper();

    private final URI pds;
    private final String did;
    private final String token;

    BlueskyMember(URI pds, BlueskyNetwork.Account account) {
        this.pds = pds;
        this.did = account.did();
        var body = JSON.createObjectNode().put("identifier", account.handle()).put("password", account.password());
        this.token = tell("com.atproto.server.createSession", null, body)
                .path("accessJwt")
                .asString();
    }

    public Ref post(String text) {
        return create("app.bsky.feed.post", JSON.createObjectNode().put("text", text));
    }

    public Ref answer(Ref root, Ref parent, String text) {
        var record = JSON.createObjectNode().put("text", text);
        var reply = record.putObject("reply");
        reply.set("root", node(root));
        reply.set("parent", node(parent));
        return create("app.bsky.feed.post", record);
    }

    public Ref quote(Ref quoted, String text) {
        var record = JSON.createObjectNode().put("text", text);
        record.putObject("embed").put("$type", "app.bsky.embed.record").set("record", node(quoted));
        return create("app.bsky.feed.post", record);
    }

    public Ref like(Ref liked) {
        var record = JSON.createObjectNode();
        record.set("subject", node(liked));
        return create("app.bsky.feed.like", record);
    }

    public Ref passOn(Ref passedOn) {
        var record = JSON.createObjectNode();
        record.set("subject", node(passedOn));
        return create("app.bsky.feed.repost", record);
    }

    /** A post as readers see it. Settle first. */
    public JsonNode read(String uri) {
        var request = HttpRequest.newBuilder(
                        pds.resolve("/xrpc/app.bsky.feed.getPosts?uris=" + URLEncoder.encode(uri, UTF_8)))
                .header("Authorization", "Bearer " + token);
        return BlueskyNetwork.exchange(request.build()).path("posts").path(0);
    }

    private Ref create(String collection, ObjectNode record) {
        record.put("$type", collection).put("createdAt", Instant.now().toString());
        var body = JSON.createObjectNode().put("repo", did).put("collection", collection);
        body.set("record", record);
        var made = tell("com.atproto.repo.createRecord", token, body);
        return new Ref(made.path("uri").asString(), made.path("cid").asString());
    }

    private JsonNode tell(String method, @Nullable String withToken, JsonNode body) {
        var request = HttpRequest.newBuilder(pds.resolve("/xrpc/" + method))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body.toString()));
        if (withToken != null) request.header("Authorization", "Bearer " + withToken);
        return BlueskyNetwork.exchange(request.build());
    }

    private static JsonNode node(Ref ref) {
        return JSON.createObjectNode().put("uri", ref.uri()).put("cid", ref.cid());
    }
}
