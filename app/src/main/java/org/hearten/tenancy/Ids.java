package org.hearten.tenancy;

import java.security.SecureRandom;
import java.util.UUID;

/** New ids: UUID version 7 (RFC 9562, section 5.7), which sort by the moment they were made. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Ids() {}

    public static UUID next() {
        var random = new byte[10];
        RANDOM.nextBytes(random);
        long millis = System.currentTimeMillis();
        long high = (millis << 16) | 0x7000L | ((random[0] & 0x0fL) << 8) | (random[1] & 0xffL);
        long low = 0x2L << 62;
        for (int i = 2; i < 10; i++) {
            low |= (random[i] & (i == 2 ? 0x3fL : 0xffL)) << (8 * (9 - i));
        }
        return new UUID(high, low);
    }
}
