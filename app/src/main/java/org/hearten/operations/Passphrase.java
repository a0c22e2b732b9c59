package org.hearten.operations;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A passphrase of 160 random bits, in letters and digits that are not taken for each other, and the key made from it. */
final class Passphrase {
    static final int SALT_BYTES = 16;

    private static final String LETTERS = "23456789abcdefghjkmnpqrstuvwxyz0"; // 32: without 1, i, l and o
    private static final int GROUPS = 8;
    private static final int LETTERS_A_GROUP = 4;
    private static final int KEY_BYTES = 32;
    private static final int MEMORY_KIB = 64 * 1024;
    private static final int PASSES = 3;

    private Passphrase() {}

    static String make() {
        var random = new SecureRandom();
        var made = new StringBuilder();
        for (int letter = 0; letter < GROUPS * LETTERS_A_GROUP; letter++) {
            if (letter > 0 && letter % LETTERS_A_GROUP == 0) {
                made.append('-');
            }
            made.append(LETTERS.charAt(random.nextInt(LETTERS.length())));
        }
        return made.toString();
    }

    /** Argon2id; spaces and hyphens do not count, nor does the case. */
    static SecretKeySpec key(String passphrase, byte[] salt) {
        var typed = passphrase.toLowerCase(java.util.Locale.ROOT).replaceAll("[\\s-]", "");
        var argon2 = new Argon2BytesGenerator();
        argon2.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withSalt(salt)
                .withMemoryAsKB(MEMORY_KIB)
                .withIterations(PASSES)
                .withParallelism(1)
                .build());
        var key = new byte[KEY_BYTES];
        argon2.generateBytes(typed.getBytes(StandardCharsets.UTF_8), key);
        return new SecretKeySpec(key, "AES");
    }
}
