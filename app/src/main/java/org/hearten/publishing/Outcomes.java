package org.hearten.publishing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearten.audit.Recorded;
import org.hearten.channels.Lookup;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.Removal;
import org.hearten.channels.SendResult;
import org.hearten.publishing.Shown.Happened;
import org.hearten.tenancy.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of each errand, and decides what happens next. */
@Component
class Outcomes {
    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

    private final DeliveryRows rows;
    private final History history;
    private final WholePosts posts;
    private final LateAlarms alarms;
    private final Backoff backoff;
    private final PublishingSettings settings;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Clock clock;

    Outcomes(
            DeliveryRows rows,
            History history,
            WholePosts posts,
            LateAlarms alarms,
            Backoff backoff,
            PublishingSettings settings,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.posts = posts;
        this.alarms = alarms;
        this.backoff = backoff;
        this.settings = settings;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    @Transactional
    public void record(OrganisationId organisation, List<Outcome> outcomes) {
        var now = clock.instant();
        rows.holdPosts(outcomes.stream().map(outcome -> outcome.row().post).toList());
        var ids = outcomes.stream().map(outcome -> outcome.row().id.value()).toList();
        var current =
                rows.held(organisation, ids).stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        var happened = new ArrayList<Happened>();
        var changed = new ArrayList<DeliveryRow>();
        for (var outcome : outcomes) {
            var row = Objects.requireNonNull(current.get(outcome.row().id));
            if (counts(outcome, row)) {
                apply(outcome, row, now, happened);
                changed.add(row);
            }
        }
        rows.saveAll(changed);
        history.add(happened);
        alarms.end(
                changed.stream()
                        .filter(row -> row.state.settled() && row.dueAt.isBefore(now.minus(settings.promise())))
                        .toList(),
                now);
        posts.tell(changed, now);
    }

    /** Still this worker's errand; or it certainly stands there, which is news however late it comes. */
    private static boolean counts(Outcome outcome, DeliveryRow row) {
        var mine = Objects.equals(row.claimedBy, outcome.row().claimedBy)
                && Objects.equals(row.leaseUntil, outcome.row().leaseUntil);
        var stands = outcome instanceof Outcome.Answered answered && answered.result() instanceof SendResult.Sent;
        return mine || (stands && row.key.equals(outcome.row().key) && !row.state.settled());
    }

    private void apply(Outcome outcome, DeliveryRow row, Instant now, List<Happened> happened) {
        switch (outcome) {
            case Outcome.Answered(var ignored, var result) -> answered(row, result, now, happened);
            case Outcome.NotBegun(var ignored) -> notBegun(row, now, happened);
            case Outcome.Looked(var ignored, var found) -> looked(row, found, now, happened);
            case Outcome.TakenAway taken -> takenAway(row, taken, now, happened);
            case Outcome.Checked(var ignored, var found) -> checked(row, found, now, happened);
            case Outcome.GivenUp(var ignored) -> {
                row.refused(now, "publishing.cause.gave-up", null);
                note(row, Step.GAVE_UP, "delivery.given_up", now, happened);
            }
        }
    }

    private void answered(DeliveryRow row, SendResult result, Instant now, List<Happened> happened) {
        switch (result) {
            case SendResult.Sent(var ref) -> stands(row, ref, Step.SENT, now, happened);
            case SendResult.Unknown(var why) -> {
                if (row.unwantedAt == null) {
                    row.unknown(backoff.retry(now, 1), "publishing.cause.no-answer", why);
                } else {
                    row.removing(now, now);
                }
                note(row, Step.UNKNOWN, "delivery.unknown", now, happened);
            }
            case SendResult.RetryLater(var why) -> {
                row.retry(backoff.retry(now, row.attempts), "publishing.cause.trouble", why);
                notThere(row, Step.RETRY, "delivery.retried", now, happened);
            }
            case SendResult.RateLimited(var until) -> {
                history.quiet(row, until);
                row.rateLimited(backoff.after(until));
                notThere(row, Step.RATE_LIMITED, "delivery.rate_limited", now, happened);
            }
            case SendResult.Refused(var words) -> {
                row.refused(now, "publishing.cause.refused", words);
                notThere(row, Step.REFUSED, "delivery.refused", now, happened);
            }
            case SendResult.Disconnected(var words) -> {
                row.disconnected(now, words);
                notThere(row, Step.DISCONNECTED, "delivery.disconnected", now, happened);
            }
        }
    }

    private void stands(DeliveryRow row, @Nullable NetworkRef ref, Step how, Instant now, List<Happened> happened) {
        row.sent(ref, now);
        note(row, how, "delivery.sent", now, happened);
        if (row.unwantedAt != null) {
            history.exposed(row, now);
            row.removing(now, now);
            note(row, Step.UNWANTED, "delivery.unwanted", now, happened);
        }
    }

    /** Certainly not there: what is unwanted by now ends here. */
    private void notThere(DeliveryRow row, Step how, String action, Instant now, List<Happened> happened) {
        note(row, how, action, now, happened);
        if (row.unwantedAt != null) {
            row.cancelled(now);
            note(row, Step.CANCELLED, "delivery.cancelled", now, happened);
        }
    }

    private void notBegun(DeliveryRow row, Instant now, List<Happened> happened) {
        if (row.unwantedAt != null) {
            row.cancelled(now);
            note(row, Step.CANCELLED, "delivery.cancelled", now, happened);
        } else {
            row.retry(now, "publishing.cause.too-busy", null);
            note(row, Step.RETRY, "delivery.retried", now, happened);
        }
    }

    private void looked(DeliveryRow row, Lookup found, Instant now, List<Happened> happened) {
        switch (found) {
            case Lookup.Present(var ref) -> stands(row, ref, Step.FOUND, now, happened);
            case Lookup.Absent() -> {
                row.retry(now, "publishing.cause.absent", null);
                row.personDecides = false;
                notThere(row, Step.ABSENT, "delivery.absent", now, happened);
            }
            case Lookup.CannotTell(var why) -> {
                var person = row.looks + 1 >= settings.looksBeforePerson();
                var asked = person && !row.personDecides;
                row.cannotTell(backoff.retry(now, row.looks + 1), person, why);
                note(row, asked ? Step.PERSON_ASKED : Step.CANNOT_TELL, "delivery.unknown", now, happened);
            }
        }
    }

    private void takenAway(DeliveryRow row, Outcome.TakenAway taken, Instant now, List<Happened> happened) {
        if (taken.before() instanceof Lookup.Present(var where)) {
            row.ref = where;
            var sent = row.sentAt == null ? row.claimedAt : row.sentAt;
            history.exposed(row, later(row.unwantedAt, sent, now));
        }
        switch (taken.after()) {
            case Lookup.Absent() -> {
                var stood = taken.before() instanceof Lookup.Present || row.sentAt != null || row.removedAt != null;
                row.provenAbsent(stood, now);
                history.exposureEnded(row, now);
                note(row, Step.PROVEN_ABSENT, "delivery.removed", now, happened);
            }
            case Lookup.Present(var ignored) -> {
                var refused = taken.removal() instanceof Removal.RemovalRefused;
                row.removalLater(
                        backoff.retry(now, row.looks + 1),
                        refused ? "publishing.cause.removal-refused" : "publishing.cause.still-there",
                        words(taken.removal()));
                note(
                        row,
                        refused ? Step.REMOVAL_REFUSED : Step.REMOVAL_LATER,
                        "delivery.removal_failed",
                        now,
                        happened);
            }
            case Lookup.CannotTell(var why) -> {
                row.removalLater(backoff.retry(now, row.looks + 1), "publishing.cause.silent", why);
                note(row, Step.REMOVAL_LATER, "delivery.removal_failed", now, happened);
            }
        }
    }

    private static @Nullable String words(Removal removal) {
        return switch (removal) {
            case Removal.Removed() -> null;
            case Removal.AlreadyGone() -> null;
            case Removal.RemoveLater(var why) -> why;
            case Removal.RemovalRefused(var said) -> said;
        };
    }

    private static Instant later(@Nullable Instant unwanted, @Nullable Instant sent, Instant now) {
        var one = unwanted == null ? now : unwanted;
        return sent == null || sent.isBefore(one) ? one : sent;
    }

    private void checked(DeliveryRow row, Lookup found, Instant now, List<Happened> happened) {
        switch (found) {
            case Lookup.Absent() -> {
                row.checkedAbsent(now);
                note(row, Step.PROVEN_ABSENT, "delivery.absence_checked", now, happened);
            }
            case Lookup.Present(var ref) -> {
                // A request that was on its way arrived after the removal.
                row.ref = ref;
                row.removing(now, now);
                history.exposed(row, row.removedAt == null ? now : row.removedAt);
                note(row, Step.STOOD_AGAIN, "delivery.stood_again", now, happened);
            }
            case Lookup.CannotTell(var why) -> {
                row.looks++;
                row.claimedBy = null;
                row.leaseUntil = null;
                row.nextAt = backoff.retry(now, row.looks);
                happened.add(Happened.to(row, Step.CANNOT_TELL, now).saying(why));
            }
        }
    }

    private void note(DeliveryRow row, Step what, String action, Instant now, List<Happened> happened) {
        happened.add(Happened.to(row, what, now));
        events.publishEvent(Recorded.of(action)
                .on("delivery", row.id.value())
                .at(row.facility.value())
                .hashes(null, row.contentHash)
                .saying(row.network.name()));
        log.info("{} {} on {}, attempt {}", action, row.id.value(), row.network, row.attempts);
        meters.counter("hearten.deliveries", "step", what.name(), "network", row.network.name())
                .increment();
    }
}
