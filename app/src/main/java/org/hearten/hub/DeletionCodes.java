package org.hearten.hub;

import java.security.SecureRandom;
import java.util.Locale;
import org.hearten.keys.Keys;
import org.springframework.stereotype.Component;

/** Codes that a writer can copy by hand: 60 bits, no letter that looks like a figure. Only their hashes are kept. */
@Component
class DeletionCodes {
    private static final String LETTERS = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    private static final int CHARACTERS = 12;
    private static final int GROUP = 4;

    private final SecureRandom random = new SecureRandom();
    private final Keys keys;

    DeletionCodes(Keys keys) {
        this.keys = keys;
    }

    String fresh() {
        var code = new StringBuilder();
        for (int at = 0; at < CHARACTERS; at++) {
            if (at > 0 && at % GROUP == 0) {
                code.append('-');
            }
            code.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return code.toString();
    }

    byte[] hash(String typed) {
        return keys.hash("hub.deletion", plain(typed));
    }

    /** However it was copied: small letters, spaces, O for 0, I or L for 1. */
    private static String plain(String typed) {
        return typed.toUpperCase(Locale.ROOT)
                .replaceAll("[^0-9A-Z]", "")
                .replace('O', '0')
                .replace('I', '1')
                .replace('L', '1');
    }
}
