package org.hearten.people;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.hearten.keys.Keys;
import org.hearten.tenancy.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Rows of {@code session}, found by the keyed hash of a random cookie. */
@Repository
class Sessions {
    static final int TOKEN_BYTES = 32;
    /** The last request is noted at most this often, so that reading pages does not write a row each time. */
    private static final Duration NOTE_EVERY = Duration.ofSeconds(30);

    private final JdbcClient jdbc;
    private final Keys keys;
    private final Clock clock;
    private final SignInSettings settings;

    Sessions(JdbcClient jdbc, Keys keys, Clock clock, SignInSettings settings) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.clock = clock;
        this.settings = settings;
    }

    record Session(PersonId person, boolean verified) {}

    /** @return the cookie's value, known to nobody else from now on */
    @Transactional
    String begin(PersonId person, boolean verified) {
        var token = new byte[TOKEN_BYTES];
        new SecureRandom().nextBytes(token);
        var cookie = Base64.getUrlEncoder().withoutPadding().encodeToString(token);
        jdbc.sql("""
                insert into session (token_hash, organisation_id, person_id, created_at, seen_at, verified_at)
                values (:hash, :organisation, :person, :now, :now, :verified)
                """)
                .param("hash", hash(cookie))
                .param("organisation", person.organisation().value())
                .param("person", person.value())
                .param("now", now())
                .param("verified", verified ? now() : null)
                .update();
        return cookie;
    }

    Optional<Session> find(String cookie) {
        record Found(Session session, OffsetDateTime seenAt) {}
        var found = jdbc.sql("""
                select organisation_id, person_id, seen_at, verified_at is not null as verified
                  from session
                 where token_hash = :hash
                   and seen_at > :idle
                   and created_at > :absolute
                """)
                .param("hash", hash(cookie))
                .param("idle", now().minus(settings.idle()))
                .param("absolute", now().minus(settings.absolute()))
                .query((row, number) -> new Found(
                        new Session(
                                new PersonId(
                                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                                        row.getObject("person_id", UUID.class)),
                                row.getBoolean("verified")),
                        row.getObject("seen_at", OffsetDateTime.class)))
                .optional();
        if (found.isPresent() && found.get().seenAt().isBefore(now().minus(NOTE_EVERY))) {
            jdbc.sql("update session set seen_at = :now where token_hash = :hash")
                    .param("now", now())
                    .param("hash", hash(cookie))
                    .update();
        }
        return found.map(Found::session);
    }

    @Transactional
    void verify(String cookie) {
        jdbc.sql("update session set verified_at = :now where token_hash = :hash")
                .param("now", now())
                .param("hash", hash(cookie))
                .update();
    }

    @Transactional
    void end(String cookie) {
        jdbc.sql("delete from session where token_hash = :hash")
                .param("hash", hash(cookie))
                .update();
    }

    /** @return how many sessions ended */
    @Transactional
    int endAll(PersonId person) {
        return jdbc.sql("delete from session where organisation_id = :organisation and person_id = :person")
                .param("organisation", person.organisation().value())
                .param("person", person.value())
                .update();
    }

    int count(PersonId person) {
        return jdbc.sql("""
                select count(*) from session
                 where organisation_id = :organisation and person_id = :person
                   and seen_at > :idle and created_at > :absolute
                """)
                .param("organisation", person.organisation().value())
                .param("person", person.value())
                .param("idle", now().minus(settings.idle()))
                .param("absolute", now().minus(settings.absolute()))
                .query(Integer.class)
                .single();
    }

    private byte[] hash(String cookie) {
        return keys.hash("session", cookie);
    }

    private OffsetDateTime now() {
        return OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
    }
}
