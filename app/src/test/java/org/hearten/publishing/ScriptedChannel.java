package org.hearten.publishing;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hearten.channels.AccountId;
import org.hearten.channels.Channel;
import org.hearten.channels.Counts;
import org.hearten.channels.Hearing;
import org.hearten.channels.Lookup;
import org.hearten.channels.Network;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Removal;
import org.hearten.channels.SendKey;
import org.hearten.channels.SendResult;
import org.hearten.channels.TextRules;
import org.hearten.tenancy.Ids;
import org.jspecify.annotations.Nullable;

/** A network that does what the test says, and remembers everything that was asked of it. */
final class ScriptedChannel implements Channel {
    private final Network network;
    private final Map<String, Outgoing> standing = new ConcurrentHashMap<>();
    private final Deque<Supplier<SendResult>> script = new ArrayDeque<>();
    private final List<String> asked = Collections.synchronizedList(new ArrayList<>());
    private volatile String key = "";
    private volatile @Nullable Outgoing going;
    private volatile boolean silent;
    private volatile boolean keepsEverything;

    ScriptedChannel(Network network) {
        this.network = network;
    }

    void forgetEverything() {
        standing.clear();
        script.clear();
        asked.clear();
        silent = false;
        keepsEverything = false;
    }

    /** What happens at the next sending, instead of the usual. */
    synchronized void next(Supplier<SendResult> answer) {
        script.add(answer);
    }

    void nextAcceptsThenDies() {
        next(() -> {
            accept();
            return new SendResult.Unknown("connection lost");
        });
    }

    void nextTimesOut() {
        next(() -> new SendResult.Unknown("no answer in time"));
    }

    void silent(boolean isSilent) {
        silent = isSilent;
    }

    void keepsEverything(boolean keeps) {
        keepsEverything = keeps;
    }

    void appears(SendKey late) {
        standing.put(late.value(), new Outgoing("late", "late", "en", List.of(), null, null, Ids.next()));
    }

    boolean stands(SendKey wanted) {
        return standing.containsKey(wanted.value());
    }

    int standing() {
        return standing.size();
    }

    /** How often a request to create this key arrived. */
    long sendings(SendKey wanted) {
        return asked.stream().filter(("send " + wanted.value())::equals).count();
    }

    /** What stands there now. */
    List<String> texts() {
        return standing.values().stream().map(Outgoing::text).toList();
    }

    List<String> asked() {
        return List.copyOf(asked);
    }

    SendResult accept() {
        var outgoing = going;
        if (standing.putIfAbsent(key, outgoing) != null) {
            return new SendResult.Unknown("500 already there");
        } else {
            return new SendResult.Sent(ref(key));
        }
    }

    @Override
    public synchronized SendResult send(AccountId account, SendKey sendKey, Outgoing outgoing) {
        asked.add("send " + sendKey.value());
        key = sendKey.value();
        going = outgoing;
        var scripted = script.poll();
        return scripted == null ? accept() : scripted.get();
    }

    @Override
    public Lookup find(AccountId account, SendKey sendKey) {
        asked.add("find " + sendKey.value());
        if (silent) {
            return new Lookup.CannotTell("silence");
        } else if (standing.containsKey(sendKey.value())) {
            return new Lookup.Present(ref(sendKey.value()));
        } else {
            return new Lookup.Absent();
        }
    }

    @Override
    public Removal remove(AccountId account, SendKey sendKey, @Nullable NetworkRef ref) {
        asked.add("remove " + sendKey.value());
        if (silent) {
            return new Removal.RemoveLater("silence");
        } else if (keepsEverything) {
            return new Removal.RemovalRefused("not today");
        } else {
            return standing.remove(sendKey.value()) == null ? new Removal.AlreadyGone() : new Removal.Removed();
        }
    }

    @Override
    public Network network() {
        return network;
    }

    @Override
    public TextRules rules() {
        return new TextRules(300, 3000, 4, 2000);
    }

    @Override
    public SendKey mintKey(Instant now) {
        return new SendKey(Ids.next().toString());
    }

    @Override
    public Map<String, Counts> counts(AccountId account, List<NetworkRef> refs) {
        var counts = new HashMap<String, Counts>();
        refs.forEach(ref -> counts.put(ref.uri(), new Counts(3, 1, 2, 0)));
        return counts;
    }

    @Override
    public Hearing hear(AccountId account, @Nullable String cursor) {
        return new Hearing(List.of(), "");
    }

    private static NetworkRef ref(String sendKey) {
        return new NetworkRef("scripted:" + sendKey, null, "https://network.example/" + sendKey);
    }
}
