package org.hearten.publishing;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.keys.Keys;
import org.hearten.publishing.Shown.Exposed;
import org.hearten.publishing.Shown.Happened;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** What happened to each delivery. */
@Repository
class History {

    private final JdbcClient jdbc;
    private final Keys keys;

    History(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void add(List<Happened> all) {
        if (!all.isEmpty()) {
            jdbc.sql("""
                    insert into delivery_attempt (organisation_id, delivery_id, at, what, attempt, cause, words, person_id)
                    select organisation_id, delivery_id, at, what, attempt, cause, words, person_id
                      from json_populate_recordset(null::delivery_attempt, cast(:rows as json))
                    """).param("rows", Rows.of(all, this::row)).update();
        }
    }

    private Map<String, @Nullable Object> row(Happened happened) {
        var organisation = happened.delivery().organisation();
        var row = new HashMap<String, @Nullable Object>();
        row.put("organisation_id", organisation.value());
        row.put("delivery_id", happened.delivery().value());
        row.put("at", happened.at());
        row.put("what", happened.what().name());
        row.put("attempt", happened.attempt());
        row.put("cause", happened.cause());
        row.put("words", DeliveryRows.sealed(keys, organisation, happened.words()));
        row.put("person_id", happened.person());
        return row;
    }

    List<Happened> of(DeliveryId delivery) {
        return jdbc.sql("""
                select at, what, attempt, cause, words, person_id
                  from delivery_attempt
                 where organisation_id = :organisation
                   and delivery_id = :delivery
                 order by step
                """)
                .param("organisation", delivery.organisation().value())
                .param("delivery", delivery.value())
                .query((row, number) -> {
                    var words = row.getBytes("words");
                    return new Happened(
                            delivery,
                            row.getObject("at", OffsetDateTime.class).toInstant(),
                            Step.valueOf(row.getString("what")),
                            row.getInt("attempt"),
                            row.getString("cause"),
                            words == null ? null : keys.openText(delivery.organisation(), DeliveryRows.WORDS, words),
                            row.getObject("person_id", UUID.class));
                })
                .list();
    }

    /** From the moment it stood although unwanted. */
    void exposed(DeliveryRow row, Instant from) {
        jdbc.sql("""
                insert into exposure (organisation_id, delivery_id, from_at)
                select :organisation, :delivery, :from
                 where not exists (select 1
                                     from exposure
                                    where organisation_id = :organisation
                                      and delivery_id = :delivery
                                      and until_at is null)
                on conflict do nothing
                """)
                .param("organisation", row.id.organisation().value())
                .param("delivery", row.id.value())
                .param("from", DeliveryRows.at(from))
                .update();
    }

    void exposureEnded(DeliveryRow row, Instant until) {
        jdbc.sql("""
                update exposure
                   set until_at = :until
                 where organisation_id = :organisation
                   and delivery_id = :delivery
                   and until_at is null
                """)
                .param("organisation", row.id.organisation().value())
                .param("delivery", row.id.value())
                .param("until", DeliveryRows.at(until))
                .update();
    }

    List<Exposed> exposures(DeliveryId delivery) {
        return jdbc.sql("""
                select from_at, until_at
                  from exposure
                 where organisation_id = :organisation
                   and delivery_id = :delivery
                 order by from_at
                """)
                .param("organisation", delivery.organisation().value())
                .param("delivery", delivery.value())
                .query((row, number) -> new Exposed(
                        row.getObject("from_at", OffsetDateTime.class).toInstant(),
                        DeliveryRows.instant(row, "until_at")))
                .list();
    }

    void quiet(DeliveryRow row, Instant until) {
        jdbc.sql("""
                insert into account_quiet (organisation_id, account_id, until_at)
                values (:organisation, :account, :until)
                on conflict (organisation_id, account_id) do update
                   set until_at = greatest(account_quiet.until_at, excluded.until_at)
                """)
                .param("organisation", row.id.organisation().value())
                .param("account", row.account.value())
                .param("until", DeliveryRows.at(until))
                .update();
    }

    /** Accounts that a network asked to be quiet beyond now, and until when. */
    Map<UUID, Instant> quietAccounts(OrganisationId organisation, Instant now) {
        var quiet = new HashMap<UUID, Instant>();
        jdbc.sql(
                        "select account_id, until_at from account_quiet where organisation_id = :organisation and until_at > :now")
                .param("organisation", organisation.value())
                .param("now", DeliveryRows.at(now))
                .query(row -> {
                    quiet.put(
                            row.getObject("account_id", UUID.class),
                            row.getObject("until_at", OffsetDateTime.class).toInstant());
                });
        return quiet;
    }
}
