package org.hearten.publishing;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hearten.audit.Recorded;
import org.hearten.people.PersonId;
import org.hearten.posts.PostId;
import org.hearten.publishing.Shown.Happened;
import org.hearten.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where each version of a post stands, and the way to have it taken down. */
@Service
@Transactional(readOnly = true)
public class Deliveries {
    private final DeliveryRows rows;
    private final TakeDowns takeDowns;
    private final History history;
    private final WholePosts posts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Deliveries(
            DeliveryRows rows,
            TakeDowns takeDowns,
            History history,
            WholePosts posts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.takeDowns = takeDowns;
        this.history = history;
        this.posts = posts;
        this.events = events;
        this.clock = clock;
    }

    public List<Delivery> of(PostId post) {
        return rows.of(post).stream().map(DeliveryRow::shown).toList();
    }

    /** Of posts of one organisation. */
    public List<Delivery> of(Collection<PostId> those) {
        return rows.of(those).stream().map(DeliveryRow::shown).toList();
    }

    public Optional<Delivery> find(DeliveryId id) {
        return rows.find(id).map(DeliveryRow::shown);
    }

    /** A person wants the post gone from every network. Nothing starts once this is committed. Safe to repeat. */
    @Transactional
    public void takeDown(PostId post, PersonId by) {
        takeDowns.ask(post, Shown.Cause.PERSON, by);
    }

    /** A patient took their agreement back: the post must be gone, whoever is at work. Safe to repeat. */
    @Transactional
    public void takeDownAfterWithdrawal(PostId post) {
        takeDowns.ask(post, Shown.Cause.WITHDRAWN, null);
    }

    /** Looks at the network now instead of at its next time. */
    @Transactional
    public void lookAgain(DeliveryId id, PersonId by) {
        var row = held(id);
        var now = clock.instant();
        if (row.nextAt != null && row.leaseUntil == null) {
            row.nextAt = now;
            rows.save(row);
            history.add(List.of(Happened.to(row, Step.LOOK_ASKED, now).by(by.value())));
            record("delivery.look_asked", row, null);
        }
    }

    /**
     * A person looked at the network themselves, because it did not answer Hearten.
     *
     * @param stands whether they saw the post there
     * @throws Refusal (409) when it is settled by now
     */
    @Transactional
    public void decide(DeliveryId id, boolean stands, PersonId by) {
        var found = rows.find(id).orElseThrow(Refusal::notFound);
        rows.holdPosts(List.of(found.post));
        var row = held(id);
        var now = clock.instant();
        if (row.state != DeliveryState.UNKNOWN || row.leaseUntil != null) {
            throw new Refusal(HttpStatus.CONFLICT, "publishing.refused.settled");
        }
        if (stands) {
            row.sent(row.ref, now);
        } else {
            row.personDecides = false;
            row.retry(now, "publishing.cause.person-said-absent", null);
        }
        rows.save(row);
        var what = stands ? Step.PERSON_SAID_PRESENT : Step.PERSON_SAID_ABSENT;
        history.add(List.of(Happened.to(row, what, now).by(by.value())));
        record("delivery.decided", row, what.name());
        posts.tell(List.of(row), now);
    }

    private DeliveryRow held(DeliveryId id) {
        return rows.held(id.organisation(), List.of(id.value())).stream()
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private void record(String action, DeliveryRow row, @Nullable String detail) {
        events.publishEvent(Recorded.of(action)
                .on("delivery", row.id.value())
                .at(row.facility.value())
                .hashes(null, row.contentHash)
                .saying(detail));
    }
}
