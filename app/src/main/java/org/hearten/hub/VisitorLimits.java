package org.hearten.hub;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.hearten.keys.Keys;
import org.springframework.stereotype.Component;

/**
 * Slows down whoever writes too much, without keeping anybody's address: in memory stands a keyed hash, salted anew each
 * window, and it is forgotten when the window ends.
 */
@Component
class VisitorLimits {
    private static final int SALT_BYTES = 16;
    /** A flood from ever new addresses must not fill the memory: beyond this many, newcomers wait for the next window. */
    private static final int MOST_VISITORS = 50_000;

    private final Keys keys;
    private final HubSettings settings;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Integer> tries = new HashMap<>();
    private String salt = "";
    private long window = -1;

    VisitorLimits(Keys keys, HubSettings settings, Clock clock) {
        this.keys = keys;
        this.settings = settings;
        this.clock = clock;
    }

    /** Counts one try. @return whether it may go ahead */
    synchronized boolean allow(String what, String address) {
        begin(clock.instant().toEpochMilli() / settings.window().toMillis());
        var visitor = HexFormat.of().formatHex(keys.hash("hub.visitor", salt + " " + what + " " + address));
        if (tries.size() >= MOST_VISITORS && !tries.containsKey(visitor)) {
            return false;
        } else {
            return tries.merge(visitor, 1, Integer::sum) <= settings.triesPerVisitor();
        }
    }

    private void begin(long now) {
        if (now != window) {
            var fresh = new byte[SALT_BYTES];
            random.nextBytes(fresh);
            salt = HexFormat.of().formatHex(fresh);
            tries.clear();
            window = now;
        }
    }
}
