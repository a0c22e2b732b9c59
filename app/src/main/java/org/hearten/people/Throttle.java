package org.hearten.people;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hearten.keys.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Slows down guessing: failed sign-ins are counted per account and per address. */
@Component
class Throttle {
    private final JdbcClient jdbc;
    private final Keys keys;
    private final Clock clock;
    private final SignInSettings settings;

    Throttle(JdbcClient jdbc, Keys keys, Clock clock, SignInSettings settings) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
        this.settings = settings;
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public boolean mustWait(String email, String address) {
        return failures("account", email) >= settings.failuresPerAccount()
                || failures("address", address) >= settings.failuresPerAddress();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void failed(String email, String address) {
        note("account", email);
        note("address", address);
        jdbc.sql("delete from sign_in_failure where failed_at < :old")
                .param("old", now().minus(settings.window().multipliedBy(2)))
                .update();
    }

    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void succeeded(String email) {
        jdbc.sql("delete from sign_in_failure where kind = 'account' and keyed_hash = :hash")
                .param("hash", hash("account", email))
                .update();
    }

    private int failures(String kind, String value) {
        return jdbc.sql("""
                select count(*) from sign_in_failure
                 where kind = :kind and keyed_hash = :hash and failed_at > :since
                """)
                .param("kind", kind)
                .param("hash", hash(kind, value))
                .param("since", now().minus(settings.window()))
                .query(Integer.class)
                .single();
    }

    private void note(String kind, String value) {
        jdbc.sql("insert into sign_in_failure (kind, keyed_hash, failed_at) values (:kind, :hash, :now)")
                .param("kind", kind)
                .param("hash", hash(kind, value))
                .param("now", now())
                .update();
    }

    private byte[] hash(String kind, String value) {
        return keys.hash("sign-in." + kind, value);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
