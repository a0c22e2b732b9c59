package org.hearten.people;

import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;
import org.springframework.stereotype.Component;

/** Argon2id with the parameters of OWASP's password storage cheat sheet (19 MiB, 2 passes, 1 lane). */
@Component
class Passwords {
    static final int SHORTEST_CHARACTERS = 12;
    static final int LONGEST_CHARACTERS = 200;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    private static final int LANES = 1;
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int PASSES = 2;

    private final Argon2PasswordEncoder argon2 =
            new Argon2PasswordEncoder(SALT_BYTES, HASH_BYTES, LANES, MEMORY_KIB, PASSES);
    /** Checked when nobody has the address, so that an unknown address takes as long as a wrong password. */
    private final String nobodys = argon2.encode("no account has this password");

    static boolean mayBe(String password) {
        return password.length() >= SHORTEST_CHARACTERS && password.length() <= LONGEST_CHARACTERS;
    }

    String hash(String password) {
        return argon2.encode(password);
    }

    boolean matches(String typed, String hash) {
        return argon2.matches(typed, hash);
    }

    void takeTheSameTime(String typed) {
        argon2.matches(typed, nobodys);
    }
}
