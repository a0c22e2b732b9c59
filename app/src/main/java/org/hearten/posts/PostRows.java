package org.hearten.posts;

import static java.util.stream.Collectors.toMap;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.hearten.channels.Network;
import org.hearten.facilities.FacilityId;
import org.hearten.keys.Keys;
import org.hearten.people.PersonId;
import org.hearten.tenancy.Glance;
import org.hearten.tenancy.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code post}, read whole. Words are sealed: a stolen database reads none. */
@Repository
class PostRows {
    private static final String TITLE = "post.title";
    static final String BODY = "post.body";

    private final JdbcClient jdbc;
    private final Glance glance;
    private final PostParts parts;
    private final Keys keys;

    PostRows(JdbcClient jdbc, Glance glance, PostParts parts, Keys keys) {
        this.jdbc = jdbc;
        this.glance = glance;
        this.parts = parts;
        this.keys = keys;
    }

    Optional<Post> find(PostId id) {
        return all(List.of(id), "").stream().findFirst();
    }

    /** Those of one organisation that are there. */
    List<Post> find(Collection<PostId> ids) {
        return all(ids, "");
    }

    /** As {@link #find}, and nobody else changes or claims it until the transaction ends. */
    Optional<Post> hold(PostId id) {
        return all(List.of(id), "for update").stream().findFirst();
    }

    /** Nobody changes them until the transaction ends; others may look with the same lock. */
    Map<PostId, Standing> standing(Collection<PostId> ids) {
        return ids.isEmpty()
                ? Map.of()
                : jdbc
                        .sql("""
                                select organisation_id, id, facility_id, content_hash, stage, due_at, review_by
                                  from post
                                 where organisation_id = :organisation and id = any(:posts)
                                 order by id
                                   for share
                                """)
                        .param(
                                "organisation",
                                ids.iterator().next().organisation().value())
                        .param("posts", posts(ids))
                        .query(PostRows::readStanding)
                        .stream()
                        .collect(toMap(Standing::id, Function.identity()));
    }

    private static Standing readStanding(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        return new Standing(
                new PostId(organisation, row.getObject("id", UUID.class)),
                new FacilityId(organisation, row.getObject("facility_id", UUID.class)),
                row.getString("content_hash"),
                Stage.valueOf(row.getString("stage")),
                instant(row, "due_at"),
                row.getObject("review_by", LocalDate.class));
    }

    Optional<FacilityId> facilityOf(PostId id) {
        return jdbc.sql("select facility_id from post where organisation_id = :organisation and id = :post")
                .param("organisation", id.organisation().value())
                .param("post", id.value())
                .query((row, number) -> new FacilityId(id.organisation(), row.getObject("facility_id", UUID.class)))
                .optional();
    }

    private List<Post> all(Collection<PostId> ids, String lock) {
        if (ids.isEmpty()) {
            return List.of();
        }
        var organisation = ids.iterator().next().organisation();
        var found = jdbc.sql("""
                select id, facility_id, title, body, pillar, language, stage, revision, due_at, author_id, content_hash,
                       scheduled_by, changed_at, changed_by, review_by
                  from post
                 where organisation_id = :organisation and id = any(:posts)
                 order by id
                """ + lock)
                .param("organisation", organisation.value())
                .param("posts", posts(ids))
                .query((row, number) -> read(row, organisation))
                .list();
        return found.isEmpty() ? found : parts.addedTo(found);
    }

    /** Without its parts. */
    private Post read(ResultSet row, OrganisationId organisation) throws SQLException {
        var scheduledBy = row.getObject("scheduled_by", UUID.class);
        return new Post(
                new PostId(organisation, row.getObject("id", UUID.class)),
                new FacilityId(organisation, row.getObject("facility_id", UUID.class)),
                keys.openText(organisation, TITLE, row.getBytes("title")),
                keys.openText(organisation, BODY, row.getBytes("body")),
                Pillar.valueOf(row.getString("pillar")),
                row.getString("language"),
                Stage.valueOf(row.getString("stage")),
                row.getInt("revision"),
                instant(row, "due_at"),
                new PersonId(organisation, row.getObject("author_id", UUID.class)),
                List.of(),
                List.of(),
                List.of(),
                row.getString("content_hash"),
                scheduledBy == null ? null : new PersonId(organisation, scheduledBy),
                row.getObject("changed_at", OffsetDateTime.class).toInstant(),
                new PersonId(organisation, row.getObject("changed_by", UUID.class)),
                row.getObject("review_by", LocalDate.class));
    }

    void add(PostId id, Draft draft, PersonId author, @Nullable Instant dueAt, Instant now) {
        jdbc.sql("""
                insert into post (organisation_id, id, facility_id, title, body, pillar, language, stage, revision,
                                  content_hash, networks, author_id, due_at, scheduled_by, created_at, changed_at,
                                  changed_by, review_by)
                values (:organisation, :post, :facility, :title, :body, :pillar, :language, 'DRAFT', 1,
                        :hash, :networks, :author, :due, :scheduledBy, :now, :now, :author, :review)
                """)
                .param("organisation", id.organisation().value())
                .param("post", id.value())
                .param("facility", draft.facility().value())
                .param("title", keys.sealText(id.organisation(), TITLE, draft.title()))
                .param("body", keys.sealText(id.organisation(), BODY, draft.text()))
                .param("pillar", draft.pillar().name())
                .param("language", draft.language())
                .param("hash", ContentHash.of(draft))
                .param("networks", networks(draft))
                .param("author", author.value())
                .param("due", utc(dueAt))
                .param("scheduledBy", dueAt == null ? null : author.value())
                .param("now", utc(now))
                .param("review", draft.pillar().reviewBy(day(now)))
                .update();
        parts.add(id, draft);
    }

    void rewrite(PostId id, Draft draft, Stage stage, PersonId by, Instant now) {
        jdbc.sql("""
                update post
                   set facility_id = :facility, title = :title, body = :body, pillar = :pillar, language = :language,
                       stage = :stage, revision = revision + 1, content_hash = :hash, networks = :networks,
                       changed_at = :now, changed_by = :by, review_by = :review
                 where organisation_id = :organisation and id = :post
                """)
                .param("organisation", id.organisation().value())
                .param("post", id.value())
                .param("facility", draft.facility().value())
                .param("title", keys.sealText(id.organisation(), TITLE, draft.title()))
                .param("body", keys.sealText(id.organisation(), BODY, draft.text()))
                .param("pillar", draft.pillar().name())
                .param("language", draft.language())
                .param("stage", stage.name())
                .param("hash", ContentHash.of(draft))
                .param("networks", networks(draft))
                .param("now", utc(now))
                .param("by", by.value())
                .param("review", draft.pillar().reviewBy(day(now)))
                .update();
        parts.remove(id);
        parts.add(id, draft);
    }

    void move(Post post, Stage stage, Instant now) {
        move(List.of(post.id()), EnumSet.of(post.stage()), stage, now);
    }

    /** @return those that stood in one of these stages and have moved */
    List<Standing> move(Collection<PostId> posts, Set<Stage> from, Stage to, Instant now) {
        return posts.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        update post set stage = :stage, changed_at = :now
                         where organisation_id = :organisation
                           and id = any(:posts)
                           and stage = any(:from)
                        returning organisation_id, id, facility_id, content_hash, stage, due_at, review_by
                        """)
                        .param(
                                "organisation",
                                posts.iterator().next().organisation().value())
                        .param("posts", posts(posts))
                        .param("from", from.stream().map(Stage::name).toArray(String[]::new))
                        .param("stage", to.name())
                        .param("now", utc(now))
                        .query(PostRows::readStanding)
                        .list();
    }

    void reviewed(Post post, LocalDate reviewBy) {
        jdbc.sql("update post set review_by = :review where organisation_id = :organisation and id = :post")
                .param("organisation", post.id().organisation().value())
                .param("post", post.id().value())
                .param("review", reviewBy)
                .update();
    }

    /** Out there, and not looked at for too long; longest first. */
    List<Listed> toReview(List<FacilityId> facilities, LocalDate today) {
        return jdbc.sql("""
                select organisation_id, id, facility_id, title, pillar, language, stage, networks, due_at, author_id,
                       changed_at
                  from post
                 where organisation_id = :organisation
                   and facility_id = any(:facilities)
                   and stage = 'PUBLISHED'
                   and review_by < :today
                 order by review_by, id
                 limit 100
                """)
                .param("organisation", organisation(facilities))
                .param("facilities", ids(facilities))
                .param("today", today)
                .query(this::listed)
                .list();
    }

    private static LocalDate day(Instant at) {
        return LocalDate.ofInstant(at, ZoneOffset.UTC);
    }

    void untime(Post post, Instant now) {
        jdbc.sql("""
                update post set due_at = null, scheduled_by = null, changed_at = :now
                 where organisation_id = :organisation and id = :post
                """)
                .param("organisation", post.id().organisation().value())
                .param("post", post.id().value())
                .param("now", utc(now))
                .update();
    }

    void time(Post post, Instant dueAt, PersonId by, Instant now) {
        jdbc.sql("""
                update post set due_at = :due, scheduled_by = :by, changed_at = :now
                 where organisation_id = :organisation and id = :post
                """)
                .param("organisation", post.id().organisation().value())
                .param("post", post.id().value())
                .param("due", utc(dueAt))
                .param("by", by.value())
                .param("now", utc(now))
                .update();
    }

    PostPage page(
            List<FacilityId> facilities,
            @Nullable Stage stage,
            @Nullable Pillar pillar,
            @Nullable String after,
            int size) {
        var key = Key.read(after);
        var found = jdbc.sql("""
                select organisation_id, id, facility_id, title, pillar, language, stage, networks, due_at, author_id,
                       changed_at
                  from post
                 where organisation_id = :organisation
                   and facility_id = any(:facilities)
                """
                        + (stage == null ? "" : "   and stage = :stage\n")
                        + (pillar == null ? "" : "   and pillar = :pillar\n")
                        + (key == null ? "" : "   and (changed_at, id) < (:changed, :id)\n")
                        + """
                 order by changed_at desc, id desc
                 limit :size
                """)
                .param("organisation", organisation(facilities))
                .param("facilities", ids(facilities))
                .param("stage", stage == null ? null : stage.name())
                .param("pillar", pillar == null ? null : pillar.name())
                .param("changed", key == null ? null : utc(key.changedAt()))
                .param("id", key == null ? null : key.id())
                .param("size", size + 1)
                .query(this::listed)
                .list();
        return found.size() <= size
                ? new PostPage(found, null)
                : new PostPage(
                        found.subList(0, size), Key.of(found.get(size - 1)).written());
    }

    List<Listed> between(List<FacilityId> facilities, Instant from, Instant until) {
        return jdbc.sql("""
                select organisation_id, id, facility_id, title, pillar, language, stage, networks, due_at, author_id,
                       changed_at
                  from post
                 where organisation_id = :organisation
                   and facility_id = any(:facilities)
                   and due_at >= :from
                   and due_at < :until
                   and stage <> 'CANCELLED'
                 order by due_at, id
                """)
                .param("organisation", organisation(facilities))
                .param("facilities", ids(facilities))
                .param("from", utc(from))
                .param("until", utc(until))
                .query(this::listed)
                .list();
    }

    /** As {@link #between}, only the first of each day as the zone counts days, with how many that day holds. */
    Map<LocalDate, PostsOfADay> days(
            List<FacilityId> facilities, Instant from, Instant until, ZoneId zone, Sought sought, int most) {
        var days = new HashMap<LocalDate, PostsOfADay>();
        glance.at("""
                select organisation_id, id, facility_id, title, pillar, language, stage, networks, due_at, author_id,
                       changed_at, day, that_day
                  from (select *,
                               row_number() over (partition by day order by due_at, id) as place,
                               count(*) over (partition by day) as that_day
                          from (select *, (due_at at time zone :zone)::date as day
                                  from post
                                 where organisation_id = :organisation
                                   and facility_id = any(:facilities)
                                   and due_at >= :from
                                   and due_at < :until
                                   and stage <> 'CANCELLED'
                                   and (cast(:pillar as text) is null or pillar = :pillar)
                                   and (cast(:stage as text) is null or stage = :stage)
                                   and (cast(:network as text) is null or :network = any(networks))) sought) ranked
                 where place <= :most or that_day = :most + 1
                 order by due_at, id
                """, parameters(facilities, from, until, zone, sought, most), (row, number) -> {
            var day = row.getObject("day", LocalDate.class);
            var all = row.getInt("that_day");
            return days.computeIfAbsent(day, fresh -> new PostsOfADay(new ArrayList<>(), all))
                    .first()
                    .add(listed(row, number));
        });
        return days;
    }

    private static Map<String, @Nullable Object> parameters(
            List<FacilityId> facilities, Instant from, Instant until, ZoneId zone, Sought sought, int most) {
        var parameters = new HashMap<String, @Nullable Object>();
        parameters.put("organisation", organisation(facilities));
        parameters.put("facilities", ids(facilities));
        parameters.put("from", utc(from));
        parameters.put("until", utc(until));
        parameters.put("zone", zone.getId());
        parameters.put("pillar", name(sought.pillar()));
        parameters.put("stage", name(sought.stage()));
        parameters.put("network", name(sought.network()));
        parameters.put("most", most);
        return parameters;
    }

    private static @Nullable String name(@Nullable Enum<?> value) {
        return value == null ? null : value.name();
    }

    private Listed listed(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        return new Listed(
                new PostId(organisation, row.getObject("id", UUID.class)),
                new FacilityId(organisation, row.getObject("facility_id", UUID.class)),
                keys.openText(organisation, TITLE, row.getBytes("title")),
                Pillar.valueOf(row.getString("pillar")),
                row.getString("language"),
                Stage.valueOf(row.getString("stage")),
                Arrays.stream((String[]) row.getArray("networks").getArray())
                        .map(Network::valueOf)
                        .toList(),
                instant(row, "due_at"),
                new PersonId(organisation, row.getObject("author_id", UUID.class)),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }

    /** Facilities of two organisations are never asked for at once; of none, nothing is found. */
    private static @Nullable UUID organisation(List<FacilityId> facilities) {
        return facilities.isEmpty()
                ? null
                : facilities.getFirst().organisation().value();
    }

    private static UUID[] posts(Collection<PostId> ids) {
        return ids.stream().map(PostId::value).toArray(UUID[]::new);
    }

    private static UUID[] ids(List<FacilityId> facilities) {
        return facilities.stream().map(FacilityId::value).toArray(UUID[]::new);
    }

    private static String[] networks(Draft draft) {
        return draft.versions().stream()
                .map(version -> version.network().name())
                .distinct()
                .toArray(String[]::new);
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        var at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }

    private static @Nullable OffsetDateTime utc(@Nullable Instant at) {
        return at == null ? null : OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }

    /** Where a page ended. PostgreSQL keeps microseconds, so they are what is written. */
    private record Key(Instant changedAt, UUID id) {
        static Key of(Listed last) {
            return new Key(last.changedAt(), last.id().value());
        }

        String written() {
            return (changedAt.getEpochSecond() * 1_000_000 + changedAt.getNano() / 1_000) + "_" + id;
        }

        /** Null for the first page, and for an address somebody bent. */
        static @Nullable Key read(@Nullable String written) {
            if (written != null && written.matches("[0-9]{1,18}_[0-9a-f-]{36}")) {
                var cut = written.indexOf('_');
                var micros = Long.parseLong(written.substring(0, cut));
                return new Key(
                        Instant.ofEpochSecond(micros / 1_000_000, micros % 1_000_000 * 1_000),
                        UUID.fromString(written.substring(cut + 1)));
            } else {
                return null;
            }
        }
    }
}
