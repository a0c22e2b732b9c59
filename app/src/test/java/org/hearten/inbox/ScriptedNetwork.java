package org.hearten.inbox;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.hearten.channels.AccountId;
import org.hearten.channels.Channel;
import org.hearten.channels.Counts;
import org.hearten.channels.Heard;
import org.hearten.channels.Hearing;
import org.hearten.channels.Lookup;
import org.hearten.channels.Network;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.NetworkSilent;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Removal;
import org.hearten.channels.SendKey;
import org.hearten.channels.SendResult;
import org.hearten.channels.TextRules;
import org.hearten.channels.Trouble;
import org.hearten.tenancy.Ids;
import org.jspecify.annotations.Nullable;

/** A network that says what a test gives it to say, and keeps what it is sent. */
class ScriptedNetwork implements Channel {
    private final Map<AccountId, List<Heard>> said = new ConcurrentHashMap<>();
    private final Map<String, Outgoing> standing = new ConcurrentHashMap<>();
    private final Deque<SendResult> results = new ArrayDeque<>();
    final AtomicInteger sends = new AtomicInteger();
    volatile boolean silent;
    volatile boolean keepsButDoesNotAnswer;

    void say(AccountId account, Heard... items) {
        said.computeIfAbsent(account, ignored -> new ArrayList<>()).addAll(List.of(items));
    }

    void nextResult(SendResult result) {
        results.add(result);
    }

    Map<String, Outgoing> standing() {
        return standing;
    }

    @Override
    public Network network() {
        return Network.BLUESKY;
    }

    @Override
    public TextRules rules() {
        return new TextRules(300, 3_000, 4, 2_000);
    }

    @Override
    public SendKey mintKey(Instant now) {
        return new SendKey(Ids.next().toString());
    }

    @Override
    public SendResult send(AccountId account, SendKey key, Outgoing outgoing) {
        sends.incrementAndGet();
        var scripted = results.poll();
        if (keepsButDoesNotAnswer) {
            standing.put(key.value(), outgoing);
            return new SendResult.Unknown("the answer was lost");
        } else if (scripted != null) {
            return scripted;
        } else {
            standing.put(key.value(), outgoing);
            return new SendResult.Sent(ref(key));
        }
    }

    @Override
    public Lookup find(AccountId account, SendKey key) {
        return silent
                ? new Lookup.CannotTell("silent")
                : standing.containsKey(key.value()) ? new Lookup.Present(ref(key)) : new Lookup.Absent();
    }

    @Override
    public Removal remove(AccountId account, SendKey key, @Nullable NetworkRef ref) {
        return standing.remove(key.value()) == null ? new Removal.AlreadyGone() : new Removal.Removed();
    }

    @Override
    public Map<String, Counts> counts(AccountId account, List<NetworkRef> refs) {
        return Map.of();
    }

    /** A cursor is a place in what was said; asked without one it begins again, as networks do. */
    @Override
    public Hearing hear(AccountId account, @Nullable String cursor) {
        if (silent) {
            throw new NetworkSilent(Trouble.TOO_SLOW, null);
        }
        var all = said.getOrDefault(account, List.of());
        var from = cursor == null ? 0 : Integer.parseInt(cursor);
        var until = Math.min(all.size(), from + 3);
        return new Hearing(all.subList(from, until), Integer.toString(until));
    }

    private static NetworkRef ref(SendKey key) {
        return new NetworkRef("at://ours/" + key.value(), "cid", "https://bsky.example.org/" + key.value());
    }
}
