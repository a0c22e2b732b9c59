package org.hearten.publishing;

import static java.util.stream.Collectors.groupingBy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearten.channels.AccountId;
import org.hearten.channels.Network;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.SendKey;
import org.hearten.facilities.FacilityId;
import org.hearten.keys.Keys;
import org.hearten.people.PersonId;
import org.hearten.posts.PostId;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Rows;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code delivery}, each with its place in {@code due}. */
@Repository
class DeliveryRows {
    static final String WORDS = "delivery.words";
    private static final int LONGEST_WORDS = 500;

    static final String COLUMNS = """
            select organisation_id, id, post_id, facility_id, account_id, network, asked_by, send_key, content_hash, state,
                   due_at, next_at, claimed_at, claimed_by, lease_until, attempts, looks, holds, person_decides,
                   unwanted_at, settled_at, sent_at, removed_at, checks, ref_uri, ref_cid, ref_url, cause, cause_words, said
              from delivery
            """;

    private final JdbcClient jdbc;
    private final DueWork due;
    private final PublishingSettings settings;
    private final Keys keys;
    private final Bell bell;
    private final Clock clock;

    DeliveryRows(JdbcClient jdbc, DueWork due, PublishingSettings settings, Keys keys, Bell bell, Clock clock) {
        this.jdbc = jdbc;
        this.due = due;
        this.settings = settings;
        this.keys = keys;
        this.bell = bell;
        this.clock = clock;
    }

    List<DeliveryRow> of(PostId post) {
        return of(List.of(post));
    }

    /** Of posts of one organisation. */
    List<DeliveryRow> of(Collection<PostId> posts) {
        return posts.isEmpty()
                ? List.of()
                : jdbc.sql(COLUMNS + """
                         where organisation_id = :organisation
                           and post_id = any(:posts)
                         order by post_id, network, id
                        """)
                        .param(
                                "organisation",
                                posts.iterator().next().organisation().value())
                        .param("posts", posts.stream().map(PostId::value).toArray(UUID[]::new))
                        .query(this::read)
                        .list();
    }

    Optional<DeliveryRow> find(DeliveryId id) {
        return jdbc.sql(COLUMNS + """
                 where organisation_id = :organisation
                   and id = :id
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .query(this::read)
                .optional();
    }

    /** Those that nobody else is working on. Held until the transaction ends; a row held elsewhere is left to its holder. */
    List<DeliveryRow> claimable(OrganisationId organisation, Collection<UUID> ids, Instant now) {
        return jdbc.sql(COLUMNS + """
                 where organisation_id = :organisation
                   and id = any(:ids)
                   and next_at <= :now
                   and (lease_until is null or lease_until <= :now)
                 order by due_at, id
                   for update skip locked
                """)
                .param("organisation", organisation.value())
                .param("ids", ids.toArray(UUID[]::new))
                .param("now", at(now))
                .query(this::read)
                .list();
    }

    /** Waits for whoever holds them. */
    List<DeliveryRow> held(OrganisationId organisation, Collection<UUID> ids) {
        return jdbc.sql(COLUMNS + """
                 where organisation_id = :organisation
                   and id = any(:ids)
                 order by id
                   for update
                """)
                .param("organisation", organisation.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query(this::read)
                .list();
    }

    List<DeliveryRow> heldOf(PostId post) {
        holdPosts(List.of(post));
        return jdbc.sql(COLUMNS + """
                 where organisation_id = :organisation
                   and post_id = :post
                 order by id
                   for update
                """)
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .query(this::read)
                .list();
    }

    List<DeliveryRow> heldDisconnected(AccountId account) {
        return jdbc.sql(COLUMNS + """
                 where organisation_id = :organisation
                   and account_id = :account
                   and state = 'DISCONNECTED'
                 order by id
                   for update
                """)
                .param("organisation", account.organisation().value())
                .param("account", account.value())
                .query(this::read)
                .list();
    }

    /** One at a time decides what became of a post as a whole, until its transaction ends. */
    void holdPosts(Collection<PostId> posts) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(post, 0)) from unnest(:posts) post")
                .param(
                        "posts",
                        posts.stream()
                                .map(post -> "publishing " + post.value())
                                .distinct()
                                .sorted()
                                .toArray(String[]::new))
                .query(row -> {});
    }

    /** The posts of these deliveries, in a state that may have changed by the time they are held. */
    List<PostId> postsOf(OrganisationId organisation, Collection<UUID> ids) {
        return jdbc.sql(
                        "select distinct post_id from delivery where organisation_id = :organisation and id = any(:ids)")
                .param("organisation", organisation.value())
                .param("ids", ids.toArray(UUID[]::new))
                .query((row, number) -> new PostId(organisation, row.getObject("post_id", UUID.class)))
                .list();
    }

    /** Of those, the ones whose request may start now: still this worker's, with enough of the lease left, still wanted. */
    List<UUID> mayStart(OrganisationId organisation, Collection<UUID> ids, UUID worker, Instant leaseBeyond) {
        return jdbc.sql("""
                select id
                  from delivery
                 where organisation_id = :organisation
                   and id = any(:ids)
                   and state = 'SENDING'
                   and claimed_by = :worker
                   and lease_until >= :beyond
                   and unwanted_at is null
                """)
                .param("organisation", organisation.value())
                .param("ids", ids.toArray(UUID[]::new))
                .param("worker", worker)
                .param("beyond", at(leaseBeyond))
                .query(UUID.class)
                .list();
    }

    void add(DeliveryRow row) {
        jdbc.sql("""
                insert into delivery (organisation_id, id, post_id, facility_id, account_id, network, asked_by, send_key,
                                      content_hash, state, due_at, next_at)
                select organisation_id, id, :post, :facility, :account, :network, asked_by, send_key,
                       content_hash, state, due_at, next_at
                  from json_populate_recordset(null::delivery, cast(:rows as json))
                """)
                .param("post", row.post.value())
                .param("facility", row.facility.value())
                .param("account", row.account.value())
                .param("network", row.network.name())
                .param("rows", Rows.of(List.of(row), this::values))
                .update();
        schedule(List.of(row));
    }

    void save(DeliveryRow row) {
        saveAll(List.of(row));
    }

    void saveAll(List<DeliveryRow> rows) {
        if (!rows.isEmpty()) {
            jdbc.sql("""
                    update delivery d
                       set asked_by = r.asked_by, send_key = r.send_key, content_hash = r.content_hash, state = r.state,
                           due_at = r.due_at, next_at = r.next_at, claimed_at = r.claimed_at, claimed_by = r.claimed_by,
                           lease_until = r.lease_until, attempts = r.attempts, looks = r.looks, holds = r.holds,
                           person_decides = r.person_decides, unwanted_at = r.unwanted_at, settled_at = r.settled_at,
                           sent_at = r.sent_at, removed_at = r.removed_at, checks = r.checks, ref_uri = r.ref_uri,
                           ref_cid = r.ref_cid, ref_url = r.ref_url, cause = r.cause, cause_words = r.cause_words,
                           said = r.said
                      from json_populate_recordset(null::delivery, cast(:rows as json)) r
                     where d.organisation_id = r.organisation_id
                       and d.id = r.id
                    """).param("rows", Rows.of(rows, this::values)).update();
            schedule(rows);
        }
    }

    private void schedule(List<DeliveryRow> rows) {
        rows.stream().collect(groupingBy(row -> row.network)).forEach((network, those) -> {
            var times = new LinkedHashMap<DeliveryId, Instant>();
            var nothing = new ArrayList<DeliveryId>();
            for (var row : those) {
                if (row.nextAt == null) {
                    nothing.add(row.id);
                } else {
                    times.put(row.id, row.nextAt);
                }
            }
            due.put(DueWork.kind(network), times);
            due.remove(DueWork.kind(network), nothing);
        });
        var late = new LinkedHashMap<DeliveryId, Instant>();
        rows.stream()
                .filter(row -> row.state == DeliveryState.PLANNED)
                .forEach(row -> late.put(row.id, row.dueAt.plus(settings.promise())));
        due.put(DueWork.LATE, late);
        due.remove(
                DueWork.LATE,
                rows.stream()
                        .filter(row -> row.state.settled() && row.state != DeliveryState.DISCONNECTED)
                        .map(row -> row.id)
                        .toList());
        var soon = clock.instant().plus(settings.poll());
        if (rows.stream().anyMatch(row -> row.nextAt != null && row.nextAt.isBefore(soon))) {
            bell.ringAfterCommit();
        }
    }

    private Map<String, @Nullable Object> values(DeliveryRow row) {
        var values = new HashMap<String, @Nullable Object>();
        values.put("organisation_id", row.id.organisation().value());
        values.put("id", row.id.value());
        values.put("asked_by", row.askedBy == null ? null : row.askedBy.value());
        values.put("send_key", row.key.value());
        values.put("content_hash", row.contentHash);
        values.put("state", row.state.name());
        values.put("due_at", row.dueAt);
        values.put("next_at", row.nextAt);
        values.put("claimed_at", row.claimedAt);
        values.put("claimed_by", row.claimedBy);
        values.put("lease_until", row.leaseUntil);
        values.put("attempts", row.attempts);
        values.put("looks", row.looks);
        values.put("holds", row.holds);
        values.put("person_decides", row.personDecides);
        values.put("unwanted_at", row.unwantedAt);
        values.put("settled_at", row.settledAt);
        values.put("sent_at", row.sentAt);
        values.put("removed_at", row.removedAt);
        values.put("checks", row.checks);
        values.put("ref_uri", row.ref == null ? null : row.ref.uri());
        values.put("ref_cid", row.ref == null ? null : row.ref.cid());
        values.put("ref_url", row.ref == null ? null : row.ref.url());
        values.put("cause", row.cause);
        values.put("said", row.said == null ? null : Rows.json(row.said));
        values.put("cause_words", sealed(keys, row.id.organisation(), row.words));
        return values;
    }

    static byte @Nullable [] sealed(Keys keys, OrganisationId organisation, @Nullable String words) {
        return words == null || words.isBlank()
                ? null
                : keys.sealText(
                        organisation,
                        WORDS,
                        words.length() > LONGEST_WORDS ? words.substring(0, LONGEST_WORDS) : words);
    }

    DeliveryRow read(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        var delivery = new DeliveryRow(
                new DeliveryId(organisation, row.getObject("id", UUID.class)),
                new PostId(organisation, row.getObject("post_id", UUID.class)),
                new FacilityId(organisation, row.getObject("facility_id", UUID.class)),
                new AccountId(organisation, row.getObject("account_id", UUID.class)),
                Network.valueOf(row.getString("network")),
                new SendKey(row.getString("send_key")),
                row.getString("content_hash"),
                row.getObject("due_at", OffsetDateTime.class).toInstant());
        var by = row.getObject("asked_by", UUID.class);
        delivery.askedBy = by == null ? null : new PersonId(organisation, by);
        delivery.state = DeliveryState.valueOf(row.getString("state"));
        delivery.nextAt = instant(row, "next_at");
        delivery.claimedAt = instant(row, "claimed_at");
        delivery.claimedBy = row.getObject("claimed_by", UUID.class);
        delivery.leaseUntil = instant(row, "lease_until");
        delivery.attempts = row.getInt("attempts");
        delivery.looks = row.getInt("looks");
        delivery.holds = row.getInt("holds");
        delivery.personDecides = row.getBoolean("person_decides");
        delivery.unwantedAt = instant(row, "unwanted_at");
        delivery.settledAt = instant(row, "settled_at");
        delivery.sentAt = instant(row, "sent_at");
        delivery.removedAt = instant(row, "removed_at");
        delivery.checks = row.getInt("checks");
        var uri = row.getString("ref_uri");
        delivery.ref = uri == null ? null : new NetworkRef(uri, row.getString("ref_cid"), row.getString("ref_url"));
        delivery.cause = row.getString("cause");
        var words = row.getBytes("cause_words");
        delivery.words = words == null ? null : keys.openText(organisation, WORDS, words);
        delivery.said = row.getString("said");
        return delivery;
    }

    static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    static @Nullable OffsetDateTime at(@Nullable Instant instant) {
        return instant == null ? null : OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
