package org.hearten.channels.bluesky;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearten.channels.AccountId;
import org.hearten.channels.Counts;
import org.hearten.channels.NetworkRef;

/** How often posts were liked, passed on and answered. */
class Numbers {
    private static final int POSTS_PER_QUESTION = 25;

    private final Xrpc xrpc;
    private final SignedInCalls calls;

    Numbers(Xrpc xrpc, SignedInCalls calls) {
        this.xrpc = xrpc;
        this.calls = calls;
    }

    Map<String, Counts> of(AccountId account, List<NetworkRef> refs) {
        var counts = new HashMap<String, Counts>();
        for (var from = 0; from < refs.size(); from += POSTS_PER_QUESTION) {
            add(counts, account, refs.subList(from, Math.min(from + POSTS_PER_QUESTION, refs.size())));
        }
        return counts;
    }

    private void add(Map<String, Counts> counts, AccountId account, List<NetworkRef> some) {
        var parameters = some.stream().map(ref -> Map.entry("uris", ref.uri())).toList();
        var outcome = calls.call(
                account,
                session -> xrpc.ask(session.pds(), "app.bsky.feed.getPosts", session.accessToken(), parameters));
        for (var post : Unsent.bodyOrSilent(outcome).path("posts")) {
            counts.put(
                    post.path("uri").asString(""),
                    new Counts(
                            post.path("likeCount").asLong(0),
                            post.path("repostCount").asLong(0),
                            post.path("replyCount").asLong(0),
                            post.path("quoteCount").asLong(0)));
        }
    }
}
