package org.hearten.channels.bluesky;

import java.security.SecureRandom;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.hearten.channels.SendKey;

/**
 * Mints record keys in the protocol's own form (TID): 53 bits of microseconds and 10 bits that tell this process from
 * others, in 13 letters that sort by time. No two are alike, even for the same instant or a clock that was set back.
 */
class RecordKeys {
    private static final String LETTERS = "234567abcdefghijklmnopqrstuvwxyz";
    private static final int LENGTH = 13;
    private static final int BITS_PER_LETTER = 5;
    private static final int PROCESS_BITS = 10;

    private final AtomicLong last = new AtomicLong();
    private final long process = new SecureRandom().nextInt(1 << PROCESS_BITS);

    SendKey mint(Instant now) {
        var micros = ChronoUnit.MICROS.between(Instant.EPOCH, now);
        var unique = last.updateAndGet(before -> Math.max(before + 1, micros));
        return new SendKey(spell((unique << PROCESS_BITS) | process));
    }

    private static String spell(long value) {
        var letters = new char[LENGTH];
        for (var place = LENGTH - 1; place >= 0; place--) {
            letters[place] = LETTERS.charAt((int) (value & 31));
            value >>>= BITS_PER_LETTER;
        }
        return new String(letters);
    }
}
