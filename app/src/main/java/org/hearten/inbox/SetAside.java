package org.hearten.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hearten.channels.AccountId;
import org.hearten.channels.Heard;
import org.hearten.keys.Keys;
import org.hearten.tenancy.Ids;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code inbox_set_aside}: what could not be kept, sealed, with the reason. */
@Repository
class SetAside {
    private final JdbcClient jdbc;
    private final Keys keys;
    private final JsonMapper json = JsonMapper.builder().build();

    SetAside(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void put(AccountId account, Heard item, String reason, Instant now) {
        jdbc.sql("""
                insert into inbox_set_aside (organisation_id, id, account_id, ref, item, reason, set_aside_at)
                values (:organisation, :id, :account, :ref, :item, :reason, :now)
                on conflict (organisation_id, account_id, ref) do nothing
                """)
                .param("organisation", account.organisation().value())
                .param("id", Ids.next())
                .param("account", account.value())
                .param("ref", item.ref().replace("\0", ""))
                .param(
                        "item",
                        keys.sealText(account.organisation(), "inbox_set_aside.item", json.writeValueAsString(item)))
                .param("reason", reason)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
    }

    int count() {
        return jdbc.sql("select count(*) from inbox_set_aside")
                .query(Integer.class)
                .single();
    }
}
