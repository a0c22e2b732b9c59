package org.hearten.approvals;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearten.facilities.FacilityId;
import org.hearten.keys.Keys;
import org.hearten.people.PersonId;
import org.hearten.posts.Post;
import org.hearten.posts.PostId;
import org.hearten.tenancy.Glance;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code approval_round} and {@code approval}. */
@Repository
class RoundRows {
    private static final String NOTE = "approval.note";
    private static final String SEEN = "approval_round.seen";

    private final JdbcClient jdbc;
    private final Glance glance;
    private final Keys keys;

    RoundRows(JdbcClient jdbc, Glance glance, Keys keys) {
        this.jdbc = jdbc;
        this.glance = glance;
        this.keys = keys;
    }

    /** One decision at a time for a post, until the transaction ends. */
    void hold(PostId post) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:post, 0))")
                .param("post", "approval " + post.value())
                .query(row -> {});
    }

    /** @return false when this very asking is there already */
    boolean open(Post post, Set<Step> steps, String seen, Instant askedAt) {
        return jdbc.sql("""
                insert into approval_round (organisation_id, id, post_id, facility_id, content_hash, steps, author_id,
                                            changed_by, seen, state, asked_at)
                values (:organisation, :id, :post, :facility, :hash, :steps, :author, :changedBy, :seen, 'OPEN', :at)
                on conflict do nothing
                """)
                        .param("organisation", post.id().organisation().value())
                        .param("id", Ids.next())
                        .param("post", post.id().value())
                        .param("facility", post.facility().value())
                        .param("hash", post.contentHash())
                        .param("steps", names(steps))
                        .param("author", post.author().value())
                        .param("changedBy", post.changedBy().value())
                        .param("seen", keys.sealText(post.id().organisation(), SEEN, seen))
                        .param("at", at(askedAt))
                        .update()
                == 1;
    }

    void close(Round round, Round.State state, Instant now) {
        jdbc.sql("""
                update approval_round
                   set state = :state, closed_at = :at
                 where organisation_id = :organisation and id = :id
                """)
                .param("state", state.name())
                .param("at", at(now))
                .param("organisation", round.post().organisation().value())
                .param("id", round.id())
                .update();
    }

    void decide(Round round, Decision decision) {
        var organisation = round.post().organisation();
        var note = decision.note();
        jdbc.sql("""
                insert into approval (organisation_id, id, round_id, person_id, verdict, steps, content_hash, note,
                                      pictures_seen, consent_seen, late, decided_at)
                values (:organisation, :id, :round, :person, :verdict, :steps, :hash, :note,
                        :pictures, :consent, :late, :at)
                """)
                .param("organisation", organisation.value())
                .param("id", Ids.next())
                .param("round", round.id())
                .param("person", decision.by().value())
                .param("verdict", decision.verdict().name())
                .param("steps", names(decision.steps()))
                .param("hash", round.contentHash())
                .param("note", note == null ? null : keys.sealText(organisation, NOTE, note))
                .param("pictures", decision.picturesSeen())
                .param("consent", decision.consentSeen())
                .param("late", decision.late())
                .param("at", at(decision.at()))
                .update();
    }

    /** Newest first. */
    List<Round> of(PostId post) {
        return of(List.of(post));
    }

    /** Every round of these posts of one organisation, newest first. */
    List<Round> of(Collection<PostId> posts) {
        return posts.isEmpty()
                ? List.of()
                : withDecisions(jdbc.sql("""
                        select organisation_id, id, post_id, facility_id, content_hash, steps, author_id, changed_by, state,
                               asked_at, closed_at
                          from approval_round
                         where organisation_id = :organisation and post_id = any(:posts)
                         order by asked_at desc
                        """)
                        .param(
                                "organisation",
                                posts.iterator().next().organisation().value())
                        .param("posts", posts.stream().map(PostId::value).toArray(UUID[]::new))
                        .query(RoundRows::read)
                        .list());
    }

    Optional<Round> latest(PostId post) {
        return of(post).stream().findFirst();
    }

    Map<PostId, Round> latest(Collection<PostId> posts) {
        return of(posts).stream()
                .collect(Collectors.toMap(Round::post, Function.identity(), (newest, older) -> newest));
    }

    /** Longest waiting first. */
    List<Round> open(Collection<FacilityId> facilities, int most) {
        return withDecisions(glance.at("""
                select organisation_id, id, post_id, facility_id, content_hash, steps, author_id, changed_by, state,
                       asked_at, closed_at
                  from approval_round
                 where state = 'OPEN' and facility_id = any(:facilities)
                 order by asked_at
                 limit :most
                """, Map.of("facilities", ids(facilities), "most", most), RoundRows::read));
    }

    /** Newest first. */
    List<Round> done(Collection<FacilityId> facilities, int most) {
        return withDecisions(jdbc.sql("""
                select organisation_id, id, post_id, facility_id, content_hash, steps, author_id, changed_by, state,
                       asked_at, closed_at
                  from approval_round
                 where state <> 'OPEN' and facility_id = any(:facilities)
                 order by closed_at desc
                 limit :most
                """)
                .param("facilities", ids(facilities))
                .param("most", most)
                .query(RoundRows::read)
                .list());
    }

    List<Round> approvedBefore(Instant moment) {
        return withDecisions(
                jdbc.sql("""
                select organisation_id, id, post_id, facility_id, content_hash, steps, author_id, changed_by, state,
                       asked_at, closed_at
                  from approval_round
                 where state = 'APPROVED' and closed_at < :moment
                """).param("moment", at(moment)).query(RoundRows::read).list());
    }

    /** The words as they stood when this round was opened. */
    String seen(Round round) {
        return jdbc.sql("select seen from approval_round where organisation_id = :organisation and id = :id")
                .param("organisation", round.post().organisation().value())
                .param("id", round.id())
                .query((row, number) -> keys.openText(round.post().organisation(), SEEN, row.getBytes(1)))
                .single();
    }

    private List<Round> withDecisions(List<Round> rounds) {
        if (rounds.isEmpty()) {
            return rounds;
        }
        Map<UUID, List<Decided>> decided = glance
                .at("""
                select organisation_id, round_id, person_id, verdict, steps, note, pictures_seen, consent_seen, late,
                       decided_at
                  from approval
                 where round_id = any(:rounds)
                 order by decided_at, id
                """, Map.of("rounds", rounds.stream().map(Round::id).toArray(UUID[]::new)), this::readDecision)
                .stream()
                .collect(Collectors.groupingBy(Decided::round));
        return rounds.stream()
                .map(round -> with(
                        round,
                        decided.getOrDefault(round.id(), List.of()).stream()
                                .map(Decided::decision)
                                .toList()))
                .toList();
    }

    private record Decided(UUID round, Decision decision) {}

    private Decided readDecision(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        var note = row.getBytes("note");
        return new Decided(
                row.getObject("round_id", UUID.class),
                new Decision(
                        new PersonId(organisation, row.getObject("person_id", UUID.class)),
                        Decision.Verdict.valueOf(row.getString("verdict")),
                        steps(row),
                        note == null ? null : keys.openText(organisation, NOTE, note),
                        row.getBoolean("pictures_seen"),
                        row.getBoolean("consent_seen"),
                        row.getBoolean("late"),
                        row.getObject("decided_at", OffsetDateTime.class).toInstant()));
    }

    private static Round with(Round round, List<Decision> decisions) {
        return new Round(
                round.id(),
                round.post(),
                round.facility(),
                round.contentHash(),
                round.steps(),
                round.author(),
                round.changedBy(),
                round.state(),
                round.askedAt(),
                round.closedAt(),
                decisions);
    }

    private static Round read(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        var closedAt = row.getObject("closed_at", OffsetDateTime.class);
        return new Round(
                row.getObject("id", UUID.class),
                new PostId(organisation, row.getObject("post_id", UUID.class)),
                new FacilityId(organisation, row.getObject("facility_id", UUID.class)),
                row.getString("content_hash"),
                steps(row),
                new PersonId(organisation, row.getObject("author_id", UUID.class)),
                new PersonId(organisation, row.getObject("changed_by", UUID.class)),
                Round.State.valueOf(row.getString("state")),
                row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                closedAt == null ? null : closedAt.toInstant(),
                List.of());
    }

    private static Set<Step> steps(ResultSet row) throws SQLException {
        var steps = EnumSet.noneOf(Step.class);
        Arrays.stream((String[]) row.getArray("steps").getArray())
                .map(Step::valueOf)
                .forEach(steps::add);
        return steps;
    }

    private static String[] names(Set<Step> steps) {
        return steps.stream().map(Step::name).toArray(String[]::new);
    }

    private static UUID[] ids(Collection<FacilityId> facilities) {
        return facilities.stream().map(FacilityId::value).toArray(UUID[]::new);
    }

    private static OffsetDateTime at(Instant moment) {
        return OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
