package org.hearten.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import org.hearten.channels.AccountId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code inbox_ear}. */
@Repository
class Ears {
    private final JdbcClient jdbc;

    Ears(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<String> cursor(AccountId account) {
        return jdbc.sql("select cursor from inbox_ear where organisation_id = :organisation and account_id = :account")
                .param("organisation", account.organisation().value())
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    /** One listener at a time keeps what it heard, until its transaction ends. */
    Optional<String> hold(AccountId account, Instant now) {
        jdbc.sql("""
                insert into inbox_ear (organisation_id, account_id, heard_at)
                values (:organisation, :account, :now)
                on conflict (organisation_id, account_id) do nothing
                """)
                .param("organisation", account.organisation().value())
                .param("account", account.value())
                .param("now", utc(now))
                .update();
        return jdbc.sql("""
                select cursor from inbox_ear
                 where organisation_id = :organisation and account_id = :account
                   for update
                """)
                .param("organisation", account.organisation().value())
                .param("account", account.value())
                .query(String.class)
                .optional();
    }

    void moveTo(AccountId account, String cursor, Instant now) {
        jdbc.sql("""
                update inbox_ear set cursor = :cursor, heard_at = :now, trouble = null
                 where organisation_id = :organisation and account_id = :account
                """)
                .param("organisation", account.organisation().value())
                .param("account", account.value())
                .param("cursor", cursor)
                .param("now", utc(now))
                .update();
    }

    /** The old cursor stays good. */
    void note(AccountId account, String trouble, Instant now) {
        hold(account, now);
        jdbc.sql("""
                update inbox_ear set trouble = :trouble
                 where organisation_id = :organisation and account_id = :account
                """)
                .param("organisation", account.organisation().value())
                .param("account", account.value())
                .param("trouble", trouble)
                .update();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
