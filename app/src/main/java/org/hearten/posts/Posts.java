package org.hearten.posts;

import java.time.Clock;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hearten.audit.Recorded;
import org.hearten.channels.Network;
import org.hearten.facilities.FacilityId;
import org.hearten.media.Declaration;
import org.hearten.media.Media;
import org.hearten.people.PersonId;
import org.hearten.tenancy.Ids;
import org.hearten.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The one way to write a post, to time it, to call it off, and to read it. */
@Service
@Transactional(readOnly = true)
public class Posts {
    private final PostRows rows;
    private final Readiness readiness;
    private final Media media;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Posts(PostRows rows, Readiness readiness, Media media, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.readiness = readiness;
        this.media = media;
        this.events = events;
        this.clock = clock;
    }

    /** @throws Refusal (404) when the organisation has no such post */
    public Post get(PostId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    public Optional<Post> find(PostId id) {
        return rows.find(id);
    }

    /** Those of one organisation that are there, read together. */
    public List<Post> find(Collection<PostId> ids) {
        return rows.find(ids);
    }

    /** Newest change first; a page begins after the last one of the page before. */
    public PostPage page(
            List<FacilityId> facilities,
            @Nullable Stage stage,
            @Nullable Pillar pillar,
            @Nullable String after,
            int size) {
        return rows.page(facilities, stage, pillar, after, size);
    }

    /** Every post with a time in this month, as the zone counts months, earliest first. */
    public List<Listed> month(List<FacilityId> facilities, YearMonth month, ZoneId zone) {
        return between(
                facilities,
                month.atDay(1).atStartOfDay(zone).toInstant(),
                month.plusMonths(1).atDay(1).atStartOfDay(zone).toInstant());
    }

    public List<Listed> between(List<FacilityId> facilities, Instant from, Instant until) {
        return rows.between(facilities, from, until);
    }

    /** An empty draft for every network. */
    @Transactional
    public PostId start(FacilityId facility, PersonId author, String language, @Nullable Instant dueAt) {
        var everywhere = Arrays.stream(Network.values()).map(Version::same).toList();
        var draft = new Draft(facility, "", "", Pillar.EDUCATION, language, everywhere, List.of(), List.of());
        return start(draft, author, dueAt);
    }

    @Transactional
    public PostId start(Draft draft, PersonId author, @Nullable Instant dueAt) {
        var id = new PostId(author.organisation(), Ids.next());
        rows.add(id, draft, author, dueAt, clock.instant());
        record("post.started", id, draft.facility(), null, ContentHash.of(draft));
        declare(draft, List.of(), author);
        return id;
    }

    /** @param expectedRevision the revision the author was looking at while writing */
    @Transactional
    public Saved save(PostId id, Draft draft, int expectedRevision, PersonId by) {
        var before = rows.hold(id).orElseThrow(Refusal::notFound);
        var hash = ContentHash.of(draft);
        if (before.contentHash().equals(hash) && before.draft().equals(draft)) {
            return new Saved.Kept(before, false); // the same words again, whoever typed them
        } else if (!before.open()) {
            return new Saved.Closed(before);
        } else if (before.revision() != expectedRevision) {
            return new Saved.ChangedMeanwhile(before);
        } else {
            return keep(before, draft, hash, by);
        }
    }

    private Saved keep(Post before, Draft draft, String hash, PersonId by) {
        var now = clock.instant();
        var voided = before.stage().wasDecidedOn() && !before.contentHash().equals(hash);
        var stage = before.contentHash().equals(hash)
                ? before.stage()
                : before.stage().edited();
        rows.rewrite(before.id(), draft, stage, by, now);
        declare(draft, before.pictures(), by);
        record("post.saved", before.id(), draft.facility(), before.contentHash(), hash);
        if (voided) {
            events.publishEvent(new PostEdited(before.id(), hash, now));
        }
        return new Saved.Kept(get(before.id()), voided);
    }

    /** The author's tick beside a picture is a statement; it is kept with their name. */
    private void declare(Draft draft, List<Attachment> before, PersonId by) {
        for (var picture : draft.pictures()) {
            if (picture.declared() && !before.contains(picture)) {
                media.declare(picture.picture(), by, Declaration.As.AUTHOR);
            }
        }
    }

    /** An approver looked at every picture and says the same as the author: no face, no text. */
    @Transactional
    public void declarePicturesSeen(PostId id, PersonId approver) {
        for (var picture : get(id).pictures()) {
            media.declare(picture.picture(), approver, Declaration.As.APPROVER);
        }
    }

    /** Asks for approval of exactly this revision, or says what must change first. Asking twice is asking once. */
    @Transactional
    public Submission submit(PostId id, PersonId by) {
        var post = rows.hold(id).orElseThrow(Refusal::notFound);
        if (post.stage() == Stage.IN_REVIEW || post.stage() == Stage.APPROVED) {
            return new Submission.Submitted(post);
        } else if (!post.open()) {
            return new Submission.NotYet(List.of(Submission.Reason.of("posts.reason.closed")));
        } else {
            var reasons = readiness.finalCheck(post);
            return reasons.isEmpty() ? submitted(post) : new Submission.NotYet(reasons);
        }
    }

    private Submission submitted(Post post) {
        var now = clock.instant();
        rows.move(post, Stage.IN_REVIEW, now);
        record("post.submitted", post.id(), post.facility(), post.contentHash(), post.contentHash());
        events.publishEvent(new PostSubmitted(post.id(), post.contentHash(), now));
        return new Submission.Submitted(get(post.id()));
    }

    /**
     * Gives it a time, or another one. It goes out then if everybody agreed by then.
     *
     * @throws Refusal (409) when it is on its way, out, taken down or called off
     */
    @Transactional
    public void scheduleAt(PostId id, Instant dueAt, PersonId by) {
        var post = rows.hold(id).orElseThrow(Refusal::notFound);
        if (!post.open() || post.stage() == Stage.CANCELLED) {
            throw new Refusal(HttpStatus.CONFLICT, "posts.refused.too-late");
        }
        if (!dueAt.equals(post.dueAt())) {
            rows.time(post, dueAt, by, clock.instant());
            record("post.scheduled", id, post.facility(), post.contentHash(), post.contentHash());
            if (post.stage() == Stage.APPROVED) {
                events.publishEvent(new PostScheduled(id, post.contentHash(), dueAt, clock.instant()));
            }
        }
    }

    /** As soon as everybody agreed. */
    @Transactional
    public void publishNow(PostId id, PersonId by) {
        scheduleAt(id, clock.instant(), by);
    }

    /**
     * No sending starts once this is committed; what is under way is taken back.
     *
     * @throws Refusal (409) when it already stands somewhere
     */
    @Transactional
    public void cancel(PostId id, PersonId by) {
        var post = rows.hold(id).orElseThrow(Refusal::notFound);
        if (!post.stage().canBeCancelled() && post.stage() != Stage.CANCELLED) {
            throw new Refusal(HttpStatus.CONFLICT, "posts.refused.already-out");
        }
        if (post.stage() != Stage.CANCELLED) {
            rows.move(post, Stage.CANCELLED, clock.instant());
            record("post.cancelled", id, post.facility(), post.contentHash(), post.contentHash());
            events.publishEvent(new PostCancelled(id, clock.instant()));
        }
    }

    private void record(String action, PostId id, FacilityId facility, @Nullable String before, String after) {
        events.publishEvent(
                Recorded.of(action).on("post", id.value()).at(facility.value()).hashes(before, after));
    }
}
