package org.hearten.insights;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hearten.channels.AccountId;
import org.hearten.channels.Channel;
import org.hearten.channels.Counts;
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
import org.jspecify.annotations.Nullable;

/** A network that only counts, and says what the test wrote down. */
final class Counted implements Channel {
    final Map<String, Counts> answers = new ConcurrentHashMap<>();
    volatile boolean silent;

    void says(Watched watched, Counts counts) {
        answers.put(watched.ref().uri(), counts);
    }

    @Override
    public Map<String, Counts> counts(AccountId account, List<NetworkRef> refs) {
        if (silent) {
            throw new NetworkSilent(Trouble.TOO_SLOW, null);
        }
        var counts = new HashMap<String, Counts>();
        refs.stream()
                .filter(ref -> answers.containsKey(ref.uri()))
                .forEach(ref -> counts.put(ref.uri(), answers.get(ref.uri())));
        return counts;
    }

    @Override
    public Network network() {
        return Network.BLUESKY;
    }

    @Override
    public TextRules rules() {
        return new TextRules(300, 3000, 4, 2000);
    }

    @Override
    public SendKey mintKey(Instant now) {
        throw new UnsupportedOperationException();
    }

    @Override
    public SendResult send(AccountId account, SendKey key, Outgoing outgoing) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Lookup find(AccountId account, SendKey key) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Removal remove(AccountId account, SendKey key, @Nullable NetworkRef ref) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Hearing hear(AccountId account, @Nullable String cursor) {
        return new Hearing(List.of(), "");
    }
}
