package org.hearten.channels.bluesky;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Picture;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Writes a post in the network's own words (lexicon {@code app.bsky.feed.post}). */
@Component
class PostRecords {
    static final String COLLECTION = "app.bsky.feed.post";

    /** A picture that the server already holds, and how the server names it. */
    record Placed(Picture picture, JsonNode blob) {}

    /** Both ends of a reply, each by name and hash. */
    record Thread(JsonNode root, JsonNode parent) {}

    private final JsonMapper json;

    PostRecords(JsonMapper json) {
        this.json = json;
    }

    /** @param accounts the account behind each mentioned handle; a handle that is nobody's stays plain text */
    ObjectNode write(
            Outgoing outgoing,
            List<Placed> pictures,
            Map<String, String> accounts,
            Optional<Thread> thread,
            Instant now) {
        var record = json.createObjectNode()
                .put("$type", COLLECTION)
                .put("text", outgoing.text())
                .put("createdAt", now.truncatedTo(ChronoUnit.MILLIS).toString());
        if (!outgoing.language().isBlank()) record.putArray("langs").add(outgoing.language());
        addFacets(record, Facet.in(outgoing.text()), accounts);
        if (!pictures.isEmpty()) record.set("embed", images(pictures));
        thread.ifPresent(
                found -> record.putObject("reply").set("root", found.root()).set("parent", found.parent()));
        return record;
    }

    /** A post by name and hash. */
    JsonNode strongRef(JsonNode post) {
        return json.createObjectNode()
                .put("uri", post.path("uri").asString(""))
                .put("cid", post.path("cid").asString(""));
    }

    private void addFacets(ObjectNode record, List<Facet> facets, Map<String, String> accounts) {
        var written = json.createArrayNode();
        for (var facet : facets) {
            feature(facet.feature(), accounts).ifPresent(feature -> {
                var entry = written.addObject();
                entry.putObject("index").put("byteStart", facet.byteStart()).put("byteEnd", facet.byteEnd());
                entry.putArray("features").add(feature);
            });
        }
        if (!written.isEmpty()) record.set("facets", written);
    }

    private Optional<ObjectNode> feature(Facet.Feature feature, Map<String, String> accounts) {
        return switch (feature) {
            case Facet.Feature.Link(var address) -> Optional.of(facet("link").put("uri", address));
            case Facet.Feature.Tag(var word) -> Optional.of(facet("tag").put("tag", word));
            case Facet.Feature.Mention(var handle) ->
                Optional.ofNullable(accounts.get(handle))
                        .map(did -> facet("mention").put("did", did));
        };
    }

    private ObjectNode facet(String kind) {
        return json.createObjectNode().put("$type", "app.bsky.richtext.facet#" + kind);
    }

    private ObjectNode images(List<Placed> pictures) {
        var embed = json.createObjectNode().put("$type", "app.bsky.embed.images");
        var images = embed.putArray("images");
        for (var placed : pictures) {
            var image = images.addObject().put("alt", placed.picture().altText());
            image.set("image", placed.blob());
            image.putObject("aspectRatio")
                    .put("width", placed.picture().width())
                    .put("height", placed.picture().height());
        }
        return embed;
    }
}
