package org.hearten.posts;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
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
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one way to write a post, to time it, to call it off, and to read it. */
@Service
@Transactional(readOnly = true)
public class Posts {
    /** Long enough to notice a slip, short enough to be "now". */
    static final Duration MOMENT_TO_HOLD_BACK = Duration.ofSeconds(10);

    private final PostRows rows;
    private final Editions editions;
    private final TwinRows twins;
    private final Readiness readiness;
    private final Media media;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Posts(
            PostRows rows,
            Editions editions,
            TwinRows twins,
            Readiness readiness,
            Media media,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.editions = editions;
        this.twins = twins;
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

    /**
     * The same by days, as the zone counts them, for days that hold any.
     *
     * @param most of each day; one more where that is all the day holds
     */
    @Transactional(propagation = Propagation.SUPPORTS)
    public Map<LocalDate, PostsOfADay> days(
            List<FacilityId> facilities, Instant from, Instant until, ZoneId zone, Sought sought, int most) {
        return rows.days(facilities, from, until, zone, sought, most);
    }

    /** Published posts whose words stood for too long without another look, longest first. */
    public List<Listed> toReview(List<FacilityId> facilities) {
        return rows.toReview(facilities, today());
    }

    /** Somebody who may judge looked at it again: it still holds, and the time begins anew. */
    @Transactional
    public void reviewed(PostId id, PersonId by) {
        var post = rows.hold(id).orElseThrow(Refusal::notFound);
        rows.reviewed(post, post.pillar().reviewBy(today()));
        record("post.reviewed", id, post.facility(), post.contentHash(), post.contentHash());
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** The same post in the other language, begun with these words and linked to it. */
    @Transactional
    public PostId startTwin(PostId id, PersonId by) {
        var post = rows.hold(id).orElseThrow(Refusal::notFound);
        var known = twins.of(id);
        if (known.isPresent()) {
            return known.get().post();
        } else {
            var draft = post.draft();
            var language = draft.language().equals("hi") ? "en" : "hi";
            var twin = start(
                    new Draft(
                            draft.facility(),
                            draft.title(),
                            draft.text(),
                            draft.pillar(),
                            language,
                            draft.versions(),
                            draft.sources(),
                            draft.pictures()),
                    by,
                    post.open() ? post.dueAt() : null);
            twins.link(id, twin);
            inStep(id, by);
            return twin;
        }
    }

    /** Somebody read both: they say the same. */
    @Transactional
    public void inStep(PostId id, PersonId by) {
        var twin = twins.of(id).orElseThrow(Refusal::notFound).post();
        var here = get(id);
        var there = get(twin);
        twins.seen(id, there.contentHash());
        twins.seen(twin, here.contentHash());
        record("post.in_step", id, here.facility(), here.contentHash(), there.contentHash());
    }

    public Optional<Twin> twin(PostId id) {
        return twins.of(id).map(linked -> {
            var there = get(linked.post());
            var changedThere = !there.contentHash().equals(linked.seenThere());
            var changedHere = !get(id).contentHash().equals(linked.seenHere());
            var then = changedThere ? asSeen(there.id(), linked.seenThere()) : null;
            return new Twin(there, changedThere || changedHere, then);
        });
    }

    private @Nullable Draft asSeen(PostId id, String hash) {
        return editions.of(id).stream()
                .map(Edition::draft)
                .filter(draft -> ContentHash.of(draft).equals(hash))
                .findFirst()
                .orElse(null);
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
        editions.begin(id, draft, author, clock.instant());
        record("post.started", id, draft.facility(), null, ContentHash.of(draft));
        declare(draft, List.of(), author);
        return id;
    }

    /** @param expectedRevision the revision the author was looking at while writing */
    @Transactional
    public Saved save(PostId id, Draft draft, int expectedRevision, PersonId by) {
        return save(id, draft, expectedRevision, Edition.Why.WRITTEN, by);
    }

    /** Everything it once said, newest first. */
    public List<Edition> editions(PostId id) {
        return editions.of(id);
    }

    /**
     * Says again what it said then, in a new revision. The facility stays: words move, responsibility does not.
     *
     * @throws Refusal (404) when no such edition was kept, (409) when its words can no longer change
     */
    @Transactional
    public Saved restore(PostId id, int revision, PersonId by) {
        var before = rows.hold(id).orElseThrow(Refusal::notFound);
        var then = editions.get(id, revision).draft();
        var again = new Draft(
                before.facility(),
                then.title(),
                then.text(),
                then.pillar(),
                then.language(),
                then.versions(),
                then.sources(),
                then.pictures());
        return save(id, again, before.revision(), Edition.Why.RESTORED, by);
    }

    /** Mine and theirs as one, when what both began with was kept. */
    Optional<Together> together(Draft mine, Post theirs, int seenRevision) {
        return editions.find(theirs.id(), seenRevision).map(base -> Together.of(base.draft(), mine, theirs.draft()));
    }

    private Saved save(PostId id, Draft draft, int expectedRevision, Edition.Why why, PersonId by) {
        var before = rows.hold(id).orElseThrow(Refusal::notFound);
        var hash = ContentHash.of(draft);
        if (before.contentHash().equals(hash) && before.draft().equals(draft)) {
            return new Saved.Kept(before, false); // the same words again, whoever typed them
        } else if (!before.open()) {
            return new Saved.Closed(before);
        } else if (before.revision() != expectedRevision) {
            return new Saved.ChangedMeanwhile(before);
        } else {
            return keep(before, draft, hash, why, by);
        }
    }

    private Saved keep(Post before, Draft draft, String hash, Edition.Why why, PersonId by) {
        var now = clock.instant();
        var voided = before.stage().wasDecidedOn() && !before.contentHash().equals(hash);
        var stage = before.contentHash().equals(hash)
                ? before.stage()
                : before.stage().edited();
        editions.keep(before, draft, why, by, now);
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
        editions.submitted(post);
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

    /**
     * As soon as everybody agreed. Approved already, it waits a moment in which it can still be held back.
     *
     * @return when it goes out
     */
    @Transactional
    public Instant publishNow(PostId id, PersonId by) {
        var approved = get(id).stage() == Stage.APPROVED;
        var dueAt = clock.instant().plus(approved ? MOMENT_TO_HOLD_BACK : Duration.ZERO);
        scheduleAt(id, dueAt, by);
        return dueAt;
    }

    /**
     * It keeps its words and its approvals and waits until somebody gives it a time again.
     *
     * @throws Refusal (409) when it is on its way, out, taken down or called off
     */
    @Transactional
    public void unschedule(PostId id, PersonId by) {
        var post = rows.hold(id).orElseThrow(Refusal::notFound);
        if (!post.open() || post.stage() == Stage.CANCELLED) {
            throw new Refusal(HttpStatus.CONFLICT, "posts.refused.too-late");
        }
        if (post.dueAt() != null) {
            rows.untime(post, clock.instant());
            record("post.unscheduled", id, post.facility(), post.contentHash(), post.contentHash());
            events.publishEvent(new PostUnscheduled(id, clock.instant()));
        }
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
