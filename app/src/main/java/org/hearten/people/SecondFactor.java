package org.hearten.people;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.security.InvalidKeyException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.spec.SecretKeySpec;
import org.hearten.keys.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Codes of an authenticator app (TOTP, RFC 6238: 30 s steps, 6 digits, SHA-1) and recovery codes for a lost phone. */
@Component
class SecondFactor {
    static final int SECRET_BYTES = 20;
    static final int RECOVERY_CODES = 10;
    /** A clock may be this many steps off, either way (RFC 6238, section 5.2). */
    private static final int STEPS_OFF = 1;

    private static final String SECRET = "person.totp_secret";
    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Clock clock;
    private final TimeBasedOneTimePasswordGenerator totp = new TimeBasedOneTimePasswordGenerator();

    SecondFactor(JdbcClient jdbc, Keys keys, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
    }

    static String freshSecret() {
        var bytes = new byte[SECRET_BYTES];
        new SecureRandom().nextBytes(bytes);
        return base32(bytes);
    }

    /** Turns the second factor on when the code proves that the app holds the secret; makes new recovery codes. */
    @Transactional
    public List<String> enrol(PersonId person, String secret, String code) {
        var step = step(secret, code);
        if (step.isEmpty()) {
            return List.of();
        } else {
            jdbc.sql("""
                    update person set totp_secret = :secret, totp_last_step = :step
                     where organisation_id = :organisation and id = :id
                    """)
                    .param("secret", keys.sealText(person.organisation(), SECRET, secret))
                    .param("step", step.getAsLong())
                    .param("organisation", person.organisation().value())
                    .param("id", person.value())
                    .update();
            return freshRecoveryCodes(person);
        }
    }

    /** A code opens once: the same code, or an older one, does not open again. */
    @Transactional
    public boolean passes(PersonId person, String typed) {
        var code = typed.replace(" ", "").replace("-", "").toUpperCase(Locale.ROOT);
        return code.length() == totp.getPasswordLength() ? passesApp(person, code) : passesRecovery(person, code);
    }

    private boolean passesApp(PersonId person, String code) {
        var sealed = jdbc.sql("select totp_secret from person where organisation_id = :organisation and id = :id")
                .param("organisation", person.organisation().value())
                .param("id", person.value())
                .query(byte[].class)
                .optional();
        var step = sealed.isEmpty()
                ? OptionalLong.empty()
                : step(keys.openText(person.organisation(), SECRET, sealed.get()), code);
        return step.isPresent()
                && jdbc.sql("""
                        update person set totp_last_step = :step
                         where organisation_id = :organisation and id = :id and totp_last_step < :step
                        """)
                                .param("step", step.getAsLong())
                                .param("organisation", person.organisation().value())
                                .param("id", person.value())
                                .update()
                        == 1;
    }

    private boolean passesRecovery(PersonId person, String code) {
        return jdbc.sql("""
                delete from recovery_code
                 where organisation_id = :organisation and person_id = :person and code_hash = :hash
                """)
                        .param("organisation", person.organisation().value())
                        .param("person", person.value())
                        .param("hash", keys.hash("recovery " + person.value(), code))
                        .update()
                == 1;
    }

    private List<String> freshRecoveryCodes(PersonId person) {
        jdbc.sql("delete from recovery_code where organisation_id = :organisation and person_id = :person")
                .param("organisation", person.organisation().value())
                .param("person", person.value())
                .update();
        var codes = new ArrayList<String>();
        while (codes.size() < RECOVERY_CODES) {
            var code = freshSecret().substring(0, 10);
            jdbc.sql("""
                    insert into recovery_code (organisation_id, person_id, code_hash)
                    values (:organisation, :person, :hash)
                    """)
                    .param("organisation", person.organisation().value())
                    .param("person", person.value())
                    .param("hash", keys.hash("recovery " + person.value(), code))
                    .update();
            codes.add(code.substring(0, 5) + "-" + code.substring(5));
        }
        return codes;
    }

    /** The 30 s step whose code this is, if it is near now. */
    private OptionalLong step(String secret, String code) {
        var key = new SecretKeySpec(unbase32(secret), totp.getAlgorithm());
        var length = totp.getTimeStep();
        for (int off = -STEPS_OFF; off <= STEPS_OFF; off++) {
            var at = clock.instant().plus(length.multipliedBy(off));
            if (codeAt(key, at).equals(code.replace(" ", ""))) {
                return OptionalLong.of(
                        at.getEpochSecond() / Duration.ofSeconds(30).toSeconds());
            }
        }
        return OptionalLong.empty();
    }

    private String codeAt(SecretKeySpec key, java.time.Instant at) {
        try {
            return totp.generateOneTimePasswordString(key, at);
        } catch (InvalidKeyException broken) {
            throw new IllegalStateException("A second-factor secret is not a key", broken);
        }
    }

    static String base32(byte[] bytes) {
        var text = new StringBuilder();
        int buffer = 0;
        int bits = 0;
        for (byte each : bytes) {
            buffer = (buffer << 8) | (each & 0xff);
            bits += 8;
            while (bits >= 5) {
                text.append(BASE32.charAt((buffer >> (bits - 5)) & 31));
                bits -= 5;
            }
        }
        if (bits > 0) {
            text.append(BASE32.charAt((buffer << (5 - bits)) & 31));
        }
        return text.toString();
    }

    static byte[] unbase32(String text) {
        var bytes = new byte[text.length() * 5 / 8];
        int buffer = 0;
        int bits = 0;
        int at = 0;
        for (int i = 0; i < text.length(); i++) {
            buffer = (buffer << 5) | BASE32.indexOf(text.charAt(i));
            bits += 5;
            if (bits >= 8) {
                bytes[at++] = (byte) (buffer >> (bits - 8));
                bits -= 8;
            }
        }
        return bytes;
    }
}
