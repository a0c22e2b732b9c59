package org.hearten.approvals;

import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearten.audit.Recorded;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Grant;
import org.hearten.people.People;
import org.hearten.people.Person;
import org.hearten.people.PersonId;
import org.hearten.people.Role;
import org.hearten.posts.ChangesAsked;
import org.hearten.posts.Post;
import org.hearten.posts.PostApproved;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.hearten.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Asks for approvals, takes decisions, and says where a post stands. */
@Service
@Transactional(readOnly = true)
public class Approvals {
    private static final int MOST_IN_A_LIST = 100;

    private final RoundRows rows;
    private final Posts posts;
    private final People people;
    private final GuardReport guard;
    private final SeenWords seenWords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Approvals(
            RoundRows rows,
            Posts posts,
            People people,
            GuardReport guard,
            SeenWords seenWords,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.posts = posts;
        this.people = people;
        this.guard = guard;
        this.seenWords = seenWords;
        this.events = events;
        this.clock = clock;
    }

    /** Longest waiting first. */
    public List<Round> waiting(Collection<FacilityId> facilities) {
        return rows.open(facilities, MOST_IN_A_LIST);
    }

    /** Those of them that this person can move on. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Round> waitingFor(PersonId person, Collection<FacilityId> facilities) {
        var held = rolesOf(person);
        return waiting(facilities).stream()
                .filter(round -> !openTo(round, person, held).isEmpty())
                .toList();
    }

    /** Newest first. */
    public List<Round> done(Collection<FacilityId> facilities) {
        return rows.done(facilities, MOST_IN_A_LIST);
    }

    /** Every round of a post, newest first. */
    public List<Round> of(PostId post) {
        return rows.of(post);
    }

    /** The steps of an open round that this person may take now; none for whoever wrote it. */
    public Set<Step> openTo(Round round, PersonId person) {
        return openTo(round, person, rolesOf(person));
    }

    /** The same for many, by the round's id. */
    Map<UUID, Set<Step>> openTo(List<Round> rounds, PersonId person) {
        var held = rolesOf(person);
        return rounds.stream().collect(Collectors.toMap(Round::id, round -> openTo(round, person, held)));
    }

    private static Set<Step> openTo(Round round, PersonId person, Map<FacilityId, Set<Role>> held) {
        return !round.isOpen() || round.wrote(person)
                ? EnumSet.noneOf(Step.class)
                : round.openTo(held.getOrDefault(round.facility(), Set.of()));
    }

    private Map<FacilityId, Set<Role>> rolesOf(PersonId id) {
        var now = clock.instant();
        return people.find(id).filter(Person::active).stream()
                .flatMap(person -> person.grants().stream())
                .filter(grant ->
                        grant.validUntil() == null || grant.validUntil().isAfter(now))
                .collect(Collectors.groupingBy(Grant::facility, Collectors.mapping(Grant::role, Collectors.toSet())));
    }

    /**
     * Says yes to exactly this content, for every step this person's roles can take.
     *
     * @param contentHash of what the person saw
     * @throws ChangedSinceSeen when other words would leave
     */
    @Transactional
    public Round approve(
            PostId id,
            String contentHash,
            PersonId by,
            @Nullable String note,
            boolean picturesSeen,
            boolean consentSeen) {
        var round = asked(id, contentHash, by);
        var post = posts.get(id);
        var steps = mine(round, by);
        if (!post.pictures().isEmpty() && !picturesSeen) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "approvals.refused.pictures");
        }
        if (steps.contains(Step.CONSENT) && !consentSeen) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "approvals.refused.consent");
        }
        if (picturesSeen && !post.pictures().isEmpty()) {
            posts.declarePicturesSeen(id, by);
        }
        var now = clock.instant();
        rows.decide(
                round,
                new Decision(
                        by,
                        Decision.Verdict.APPROVED,
                        steps,
                        kept(note),
                        picturesSeen,
                        consentSeen && steps.contains(Step.CONSENT),
                        isLate(post, now),
                        now));
        record("approval.given", round, steps);
        var after = rows.latest(id).orElseThrow();
        if (after.openSteps().isEmpty()) {
            rows.close(after, Round.State.APPROVED, now);
            events.publishEvent(new PostApproved(id, contentHash, now));
        }
        return rows.latest(id).orElseThrow();
    }

    /** @throws ChangedSinceSeen when the words are others by now */
    @Transactional
    public Round askForChanges(PostId id, String contentHash, PersonId by, String note) {
        if (note.isBlank()) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "approvals.refused.note");
        }
        var round = asked(id, contentHash, by);
        var steps = mine(round, by);
        var now = clock.instant();
        rows.decide(
                round,
                new Decision(
                        by,
                        Decision.Verdict.CHANGES_ASKED,
                        steps,
                        note.strip(),
                        false,
                        false,
                        isLate(posts.get(id), now),
                        now));
        rows.close(round, Round.State.CHANGES_ASKED, now);
        record("approval.changes_asked", round, steps);
        events.publishEvent(new ChangesAsked(id, now));
        return rows.latest(id).orElseThrow();
    }

    /** Opens a round for what the post says now, unless it is open already. */
    @Transactional
    void ask(PostId id, String contentHash, Instant askedAt) {
        rows.hold(id);
        posts.find(id)
                .filter(post -> post.contentHash().equals(contentHash))
                .filter(post -> rows.latest(id)
                        .filter(round -> !round.askedAt().isBefore(askedAt))
                        .isEmpty())
                .ifPresent(post -> open(post, askedAt));
    }

    private void open(Post post, Instant askedAt) {
        rows.latest(post.id()).filter(Round::isOpen).ifPresent(round -> rows.close(round, Round.State.EDITED, askedAt));
        rows.open(post, Step.needed(post.pillar(), guard.points(post)), seenWords.write(post), askedAt);
    }

    /** What was decided about other words no longer counts. */
    @Transactional
    void edited(PostId id, String newHash, Instant at) {
        rows.hold(id);
        rows.latest(id)
                .filter(round -> round.isOpen() || round.state() == Round.State.APPROVED)
                .filter(round -> !round.contentHash().equals(newHash))
                .filter(round -> !round.askedAt().isAfter(at))
                .ifPresent(round -> {
                    rows.close(round, Round.State.EDITED, at);
                    record("approval.voided", round, round.steps());
                });
    }

    /** Asks again for what was approved before this moment and has not left yet. */
    @Transactional
    void askAgain(@Nullable FacilityId facility, Instant approvedBefore, Instant now) {
        for (var round : rows.approvedBefore(approvedBefore)) {
            if (facility == null || facility.equals(round.facility())) {
                rows.hold(round.post());
                posts.find(round.post())
                        .filter(post -> post.stage() == org.hearten.posts.Stage.APPROVED
                                && post.contentHash().equals(round.contentHash()))
                        .ifPresent(post -> {
                            rows.close(round, Round.State.ASKED_AGAIN, now);
                            rows.open(post, round.steps(), seenWords.write(post), now);
                            record("approval.asked_again", round, round.steps());
                        });
            }
        }
    }

    private Round asked(PostId id, String contentHash, PersonId by) {
        rows.hold(id);
        var round = rows.latest(id).orElseThrow(Refusal::notFound);
        var post = posts.get(id);
        if (!round.contentHash().equals(contentHash) || !post.contentHash().equals(contentHash)) {
            throw new ChangedSinceSeen();
        } else if (!round.isOpen()) {
            throw new Refusal(HttpStatus.CONFLICT, "approvals.refused.closed");
        } else if (round.wrote(by)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "approvals.refused.own");
        } else {
            return round;
        }
    }

    private Set<Step> mine(Round round, PersonId by) {
        var steps = openTo(round, by);
        if (steps.isEmpty()) {
            throw new Refusal(HttpStatus.FORBIDDEN, "approvals.refused.not-yours");
        }
        return steps;
    }

    private static boolean isLate(Post post, Instant now) {
        return post.dueAt() != null && post.dueAt().isBefore(now);
    }

    private static @Nullable String kept(@Nullable String note) {
        return Optional.ofNullable(note)
                .map(String::strip)
                .filter(words -> !words.isEmpty())
                .orElse(null);
    }

    private void record(String action, Round round, Set<Step> steps) {
        events.publishEvent(Recorded.of(action)
                .on("post", round.post().value())
                .at(round.facility().value())
                .hashes(round.contentHash(), round.contentHash())
                .saying(String.join(" ", steps.stream().map(Step::name).toList())));
    }
}
