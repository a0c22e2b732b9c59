package org.hearten.channels.bluesky;

import static java.util.Map.entry;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.hearten.channels.AccountId;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Picture;
import org.hearten.channels.ReplyTo;
import org.hearten.channels.SendResult;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Everything that has to be asked or placed before a post can be made. None of it shows to anybody, so whatever fails
 * here leaves no doubt: nothing was posted, and all of it may be repeated.
 */
class Preparation {
    sealed interface Outcome {
        record Ready(JsonNode record) implements Outcome {}

        record Stopped(SendResult why) implements Outcome {}
    }

    private final Xrpc xrpc;
    private final SignedInCalls calls;
    private final PostRecords records;
    private final Clock clock;

    Preparation(Xrpc xrpc, SignedInCalls calls, PostRecords records, Clock clock) {
        this.xrpc = xrpc;
        this.calls = calls;
        this.records = records;
        this.clock = clock;
    }

    Outcome prepare(AccountId account, Outgoing outgoing) {
        try {
            var thread = outgoing.replyTo() == null
                    ? Optional.<PostRecords.Thread>empty()
                    : Optional.of(thread(account, outgoing.replyTo()));
            var accounts = accountsMentioned(account, outgoing.text());
            var pictures = new ArrayList<PostRecords.Placed>();
            for (var picture : outgoing.pictures()) pictures.add(place(account, picture));
            return new Outcome.Ready(records.write(outgoing, pictures, accounts, thread, clock.instant()));
        } catch (Stop stop) {
            return new Outcome.Stopped(stop.why);
        }
    }

    /** A reply names both posts by hash too, and the network knows the hashes. */
    private PostRecords.Thread thread(AccountId account, ReplyTo replyTo) {
        var parameters = List.of(entry("uris", replyTo.rootRef()), entry("uris", replyTo.parentRef()));
        var found = ask(account, session -> xrpc.ask(session.pds(), "app.bsky.feed.getPosts", session.accessToken(), parameters));
        var refs = new HashMap<String, JsonNode>();
        for (var post : found.path("posts")) {
            refs.put(post.path("uri").asString(""), records.strongRef(post));
        }
        var root = refs.get(replyTo.rootRef());
        var parent = refs.get(replyTo.parentRef());
        if (root == null || parent == null) {
            throw new Stop(new SendResult.Refused("The message this answers is no longer there"));
        }
        return new PostRecords.Thread(root, parent);
    }

    private Map<String, String> accountsMentioned(AccountId account, String text) {
        var accounts = new HashMap<String, String>();
        for (var facet : Facet.in(text)) {
            if (facet.feature() instanceof Facet.Feature.Mention(var handle) && !accounts.containsKey(handle)) {
                var did = whoBears(account, handle);
                if (did != null) accounts.put(handle, did);
            }
        }
        return accounts;
    }

    private @Nullable String whoBears(AccountId account, String handle) {
        var parameters = List.of(entry("handle", handle));
        var outcome = calls.call(
                account,
                session -> xrpc.ask(session.pds(), "com.atproto.identity.resolveHandle", session.accessToken(), parameters));
        return outcome instanceof SignedInCalls.Outcome.Answered(Answer.No no, _) && no.isFinal()
                ? null
                : body(outcome).path("did").asString(null);
    }

    private PostRecords.Placed place(AccountId account, Picture picture) {
        var answer = ask(
                account,
                session -> xrpc.give(
                        session.pds(),
                        "com.atproto.repo.uploadBlob",
                        session.accessToken(),
                        picture.mediaType(),
                        picture.bytes()));
        return new PostRecords.Placed(picture, answer.path("blob"));
    }

    private JsonNode ask(AccountId account, Function<Session, Answer> call) {
        return body(calls.call(account, call));
    }

    private static JsonNode body(SignedInCalls.Outcome outcome) {
        if (outcome instanceof SignedInCalls.Outcome.Answered(Answer.Yes(var body), _)) {
            return body;
        } else {
            throw new Stop(Unsent.of(outcome));
        }
    }

    /** Leaves the preparation from wherever it stands; never leaves this class. */
    private static final class Stop extends RuntimeException {
        private final transient SendResult why;

        Stop(SendResult why) {
            super(null, null, false, false);
            this.why = why;
        }
    }
}
