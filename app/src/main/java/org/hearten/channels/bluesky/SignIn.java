package org.hearten.channels.bluesky;

import java.net.URI;
import org.hearten.channels.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Opens a session with an app password, and renews it. */
@Component
class SignIn {
    sealed interface Outcome {
        record In(Session session) implements Outcome {}

        /** The server refused the credentials, in these words. */
        record Refused(String words) implements Outcome {}

        /** Nothing is known about the credentials. */
        record NotNow(Answer answer) implements Outcome {}
    }

    private final Xrpc xrpc;
    private final JsonMapper json;
    private final ServerAddresses addresses;

    SignIn(Xrpc xrpc, JsonMapper json, ServerAddresses addresses) {
        this.xrpc = xrpc;
        this.json = json;
        this.addresses = addresses;
    }

    Outcome with(URI server, String identifier, String appPassword) {
        var body = json.createObjectNode().put("identifier", identifier).put("password", appPassword);
        return switch (xrpc.tell(server, "com.atproto.server.createSession", null, body)) {
            case Answer.Yes(var session) -> in(session, server, null, appPassword);
            case Answer.No no when no.status() == 401 || no.isAboutTheAccount() -> new Outcome.Refused(no.words());
            case Answer other -> new Outcome.NotNow(other);
        };
    }

    /** A refresh token that is spent is no reason to give up: the app password decides. */
    Outcome again(Session session) {
        return switch (xrpc.tell(session.server(), "com.atproto.server.refreshSession", session.refreshToken(), null)) {
            case Answer.Yes(var fresh) -> in(fresh, session.server(), session.pds(), session.appPassword());
            case Answer.No no
            when no.isAboutTheToken() || no.isAboutTheAccount() ->
                with(session.server(), session.did(), session.appPassword());
            case Answer other -> new Outcome.NotNow(other);
        };
    }

    private Outcome in(JsonNode answer, URI server, @Nullable URI pdsBefore, String appPassword) {
        var did = answer.path("did").asString("");
        var access = answer.path("accessJwt").asString("");
        var refresh = answer.path("refreshJwt").asString("");
        if (did.isBlank() || access.isBlank() || refresh.isBlank()) {
            return new Outcome.NotNow(new Answer.Silence(Trouble.NOT_UNDERSTOOD));
        } else {
            var pds = addresses.ofRepository(answer.path("didDoc"), pdsBefore == null ? server : pdsBefore);
            var handle = answer.path("handle").asString(did);
            return new Outcome.In(new Session(server, pds, did, handle, access, refresh, appPassword));
        }
    }
}
