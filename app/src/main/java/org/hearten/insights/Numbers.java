package org.hearten.insights;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.channels.AccountId;
import org.hearten.channels.Counts;
import org.hearten.channels.Network;
import org.hearten.channels.NetworkRef;
import org.hearten.posts.PostId;
import org.hearten.publishing.DeliveryId;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Rows;
import org.hearten.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code metric_watch} and {@code metric_snapshot}. */
@Repository
class Numbers {
    static final String DUE = "insights.count";

    private final JdbcClient jdbc;

    Numbers(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Safe to repeat: a delivery is watched once, and its next time stays as it is. */
    void watch(List<Watched> all) {
        jdbc.sql("""
                insert into metric_watch (organisation_id, delivery_id, post_id, account_id, network, uri, cid, url, sent_at,
                                          next_at)
                select organisation_id, delivery_id, post_id, account_id, network, uri, cid, url, sent_at, next_at
                  from json_populate_recordset(null::metric_watch, cast(:rows as json))
                on conflict (organisation_id, delivery_id) do nothing
                """).param("rows", Rows.of(all, Numbers::row)).update();
        jdbc.sql("""
                insert into due (kind, organisation_id, id, at)
                select :kind, organisation_id, delivery_id, next_at
                  from metric_watch
                 where organisation_id = :organisation
                   and delivery_id = any(:deliveries)
                   and next_at is not null
                on conflict (kind, organisation_id, id) do nothing
                """)
                .param("kind", DUE)
                .param("organisation", Tenancy.require().organisation().value())
                .param(
                        "deliveries",
                        all.stream().map(watched -> watched.delivery().value()).toArray(UUID[]::new))
                .update();
    }

    private static Map<String, @Nullable Object> row(Watched watched) {
        var row = new HashMap<String, @Nullable Object>();
        row.put("organisation_id", watched.delivery().organisation().value());
        row.put("delivery_id", watched.delivery().value());
        row.put("post_id", watched.post().value());
        row.put("account_id", watched.account().value());
        row.put("network", watched.network().name());
        row.put("uri", watched.ref().uri());
        row.put("cid", watched.ref().cid());
        row.put("url", watched.ref().url());
        row.put("sent_at", watched.sentAt());
        row.put("next_at", watched.nextAt());
        return row;
    }

    /** Held until the transaction ends; those that another worker is counting are left to it. */
    List<Watched> claim(OrganisationId organisation, Collection<UUID> ids, Instant now) {
        return jdbc.sql("""
                select organisation_id, delivery_id, post_id, account_id, network, uri, cid, url, sent_at, next_at
                  from metric_watch
                 where organisation_id = :organisation
                   and delivery_id in (:ids)
                   and next_at <= :now
                   for update skip locked
                """)
                .param("organisation", organisation.value())
                .param("ids", ids)
                .param("now", at(now))
                .query(Numbers::watched)
                .list();
    }

    List<Watched> of(PostId post) {
        return jdbc.sql("""
                select organisation_id, delivery_id, post_id, account_id, network, uri, cid, url, sent_at, next_at
                  from metric_watch
                 where organisation_id = :organisation
                   and post_id = :post
                 order by network, delivery_id
                """)
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .query(Numbers::watched)
                .list();
    }

    void next(DeliveryId delivery, @Nullable Instant next) {
        jdbc.sql("""
                update metric_watch
                   set next_at = :next
                 where organisation_id = :organisation
                   and delivery_id = :delivery
                """)
                .param("organisation", delivery.organisation().value())
                .param("delivery", delivery.value())
                .param("next", at(next))
                .update();
        if (next == null) {
            jdbc.sql("delete from due where kind = :kind and organisation_id = :organisation and id = :id")
                    .param("kind", DUE)
                    .param("organisation", delivery.organisation().value())
                    .param("id", delivery.value())
                    .update();
        } else {
            due(delivery, next);
        }
    }

    private void due(DeliveryId delivery, Instant next) {
        jdbc.sql("""
                insert into due (kind, organisation_id, id, at)
                values (:kind, :organisation, :id, :at)
                on conflict (kind, organisation_id, id) do update set at = excluded.at
                """)
                .param("kind", DUE)
                .param("organisation", delivery.organisation().value())
                .param("id", delivery.value())
                .param("at", at(next))
                .update();
    }

    record Due(OrganisationId organisation, UUID delivery) {}

    List<Due> due(Instant now, int limit) {
        return jdbc.sql("""
                select organisation_id, id
                  from due
                 where kind = :kind
                   and at <= :now
                 order by at
                 limit :limit
                """)
                .param("kind", DUE)
                .param("now", at(now))
                .param("limit", limit)
                .query((row, number) -> new Due(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("id", UUID.class)))
                .list();
    }

    void keep(DeliveryId delivery, Snapshot snapshot) {
        jdbc.sql("""
                insert into metric_snapshot (organisation_id, delivery_id, at, likes, reposts, replies, quotes)
                values (:organisation, :delivery, :at, :likes, :reposts, :replies, :quotes)
                on conflict do nothing
                """)
                .param("organisation", delivery.organisation().value())
                .param("delivery", delivery.value())
                .param("at", at(snapshot.at()))
                .param("likes", snapshot.counts().likes())
                .param("reposts", snapshot.counts().reposts())
                .param("replies", snapshot.counts().replies())
                .param("quotes", snapshot.counts().quotes())
                .update();
    }

    List<Snapshot> snapshots(DeliveryId delivery) {
        return jdbc.sql("""
                select at, likes, reposts, replies, quotes
                  from metric_snapshot
                 where organisation_id = :organisation
                   and delivery_id = :delivery
                 order by at
                """)
                .param("organisation", delivery.organisation().value())
                .param("delivery", delivery.value())
                .query((row, number) -> new Snapshot(
                        row.getObject("at", OffsetDateTime.class).toInstant(),
                        new Counts(
                                row.getLong("likes"),
                                row.getLong("reposts"),
                                row.getLong("replies"),
                                row.getLong("quotes"))))
                .list();
    }

    private static Watched watched(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        var next = row.getObject("next_at", OffsetDateTime.class);
        return new Watched(
                new DeliveryId(organisation, row.getObject("delivery_id", UUID.class)),
                new PostId(organisation, row.getObject("post_id", UUID.class)),
                new AccountId(organisation, row.getObject("account_id", UUID.class)),
                Network.valueOf(row.getString("network")),
                new NetworkRef(row.getString("uri"), row.getString("cid"), row.getString("url")),
                row.getObject("sent_at", OffsetDateTime.class).toInstant(),
                next == null ? null : next.toInstant());
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
