package org.hearten.publishing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.hearten.channels.Lookup;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.Removal;
import org.hearten.channels.SendResult;
import org.hearten.publishing.Shown.Happened;
import org.hearten.tenancy.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Writes down what came of each errand, and decides what happens next. */
@Component
class Outcomes {
    private static final Logger log = LoggerFactory.getLogger(Outcomes.class);

    private final DeliveryRows rows;
    private final History history;
    private final Ledger ledger;
    private final Backoff backoff;
    private final PublishingSettings settings;
    private final MeterRegistry meters;
    private final Clock clock;

    Outcomes(
            DeliveryRows rows,
            History history,
            Ledger ledger,
            Backoff backoff,
            PublishingSettings settings,
            MeterRegistry meters,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.ledger = ledger;
        this.backoff = backoff;
        this.settings = settings;
        this.meters = meters;
        this.clock = clock;
    }

    @Transactional
    public void record(OrganisationId organisation, List<Outcome> outcomes) {
        rows.holdPosts(outcomes.stream().map(outcome -> outcome.row().post).toList());
        var ids = outcomes.stream().map(outcome -> outcome.row().id.value()).toList();
        var current =
                rows.held(organisation, ids).stream().collect(Collectors.toMap(row -> row.id, Function.identity()));
        var notes = new Notes(clock.instant());
        var changed = new ArrayList<DeliveryRow>();
        for (var outcome : outcomes) {
            var row = Objects.requireNonNull(current.get(outcome.row().id));
            if (counts(outcome, row)) {
                apply(outcome, row, notes);
                changed.add(row);
            }
        }
        ledger.write(changed, notes);
        ledger.settle(changed, notes);
    }

    /** Still this worker's errand; or it certainly stands there, which is news however late it comes. */
    private static boolean counts(Outcome outcome, DeliveryRow row) {
        var mine = Objects.equals(row.claimedBy, outcome.row().claimedBy)
                && Objects.equals(row.leaseUntil, outcome.row().leaseUntil);
        var stands = outcome instanceof Outcome.Answered answered && answered.result() instanceof SendResult.Sent;
        return mine || (stands && row.key.equals(outcome.row().key) && !row.state.settled());
    }

    private void apply(Outcome outcome, DeliveryRow row, Notes notes) {
        switch (outcome) {
            case Outcome.Answered(var ignored, var result) -> answered(row, result, notes);
            case Outcome.NotBegun(var ignored) -> notBegun(row, notes);
            case Outcome.Looked(var ignored, var found) -> looked(row, found, notes);
            case Outcome.TakenAway taken -> takenAway(row, taken, notes);
            case Outcome.Checked(var ignored, var found) -> checked(row, found, notes);
            case Outcome.GivenUp(var ignored) -> {
                row.refused(notes.now, "publishing.cause.gave-up", null);
                note(row, Step.GAVE_UP, "delivery.given_up", notes);
            }
        }
    }

    void answered(DeliveryRow row, SendResult result, Notes notes) {
        switch (result) {
            case SendResult.Sent(var ref) -> stands(row, ref, Step.SENT, notes);
            case SendResult.Unknown(var why) -> {
                if (row.unwantedAt == null) {
                    row.unknown(backoff.retry(notes.now, 1), "publishing.cause.no-answer", why);
                } else {
                    row.removing(notes.now, notes.now);
                }
                note(row, Step.UNKNOWN, "delivery.unknown", notes);
            }
            case SendResult.RetryLater(var why) -> {
                row.retry(backoff.retry(notes.now, row.attempts), "publishing.cause.trouble", why);
                notThere(row, Step.RETRY, "delivery.retried", notes);
            }
            case SendResult.RateLimited(var until) -> {
                history.quiet(row, until);
                row.rateLimited(backoff.after(until));
                notThere(row, Step.RATE_LIMITED, "delivery.rate_limited", notes);
            }
            case SendResult.Refused(var words) -> {
                row.refused(notes.now, "publishing.cause.refused", words);
                notThere(row, Step.REFUSED, "delivery.refused", notes);
            }
            case SendResult.Disconnected(var words) -> {
                row.disconnected(notes.now, words);
                notThere(row, Step.DISCONNECTED, "delivery.disconnected", notes);
            }
        }
    }

    private void stands(DeliveryRow row, @Nullable NetworkRef ref, Step how, Notes notes) {
        row.sent(ref, notes.now);
        note(row, how, "delivery.sent", notes);
        if (row.unwantedAt != null) {
            history.exposed(row, notes.now);
            row.removing(notes.now, notes.now);
            note(row, Step.UNWANTED, "delivery.unwanted", notes);
        }
    }

    /** Certainly not there: what is unwanted by now ends here. */
    private void notThere(DeliveryRow row, Step how, String action, Notes notes) {
        note(row, how, action, notes);
        if (row.unwantedAt != null) {
            row.cancelled(notes.now);
            note(row, Step.CANCELLED, "delivery.cancelled", notes);
        }
    }

    private void notBegun(DeliveryRow row, Notes notes) {
        if (row.unwantedAt != null) {
            row.cancelled(notes.now);
            note(row, Step.CANCELLED, "delivery.cancelled", notes);
        } else {
            row.retry(notes.now, "publishing.cause.too-busy", null);
            note(row, Step.RETRY, "delivery.retried", notes);
        }
    }

    private void looked(DeliveryRow row, Lookup found, Notes notes) {
        switch (found) {
            case Lookup.Present(var ref) -> stands(row, ref, Step.FOUND, notes);
            case Lookup.Absent() -> {
                row.retry(notes.now, "publishing.cause.absent", null);
                row.personDecides = false;
                notThere(row, Step.ABSENT, "delivery.absent", notes);
            }
            case Lookup.CannotTell(var why) -> {
                var person = row.looks + 1 >= settings.looksBeforePerson();
                var asked = person && !row.personDecides;
                row.cannotTell(backoff.retry(notes.now, row.looks + 1), person, why);
                note(row, asked ? Step.PERSON_ASKED : Step.CANNOT_TELL, "delivery.unknown", notes);
            }
        }
    }

    private void takenAway(DeliveryRow row, Outcome.TakenAway taken, Notes notes) {
        if (taken.before() instanceof Lookup.Present(var where)) {
            row.ref = where;
            var sent = row.sentAt == null ? row.claimedAt : row.sentAt;
            history.exposed(row, later(row.unwantedAt, sent, notes.now));
        }
        switch (taken.after()) {
            case Lookup.Absent() -> {
                var stood = taken.before() instanceof Lookup.Present || row.sentAt != null || row.removedAt != null;
                row.provenAbsent(stood, notes.now);
                history.exposureEnded(row, notes.now);
                note(row, Step.PROVEN_ABSENT, "delivery.removed", notes);
            }
            case Lookup.Present(var ignored) -> {
                var refused = taken.removal() instanceof Removal.RemovalRefused;
                row.removalLater(
                        backoff.retry(notes.now, row.looks + 1),
                        refused ? "publishing.cause.removal-refused" : "publishing.cause.still-there",
                        words(taken.removal()));
                note(row, refused ? Step.REMOVAL_REFUSED : Step.REMOVAL_LATER, "delivery.removal_failed", notes);
            }
            case Lookup.CannotTell(var why) -> {
                row.removalLater(backoff.retry(notes.now, row.looks + 1), "publishing.cause.silent", why);
                note(row, Step.REMOVAL_LATER, "delivery.removal_failed", notes);
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

    private void checked(DeliveryRow row, Lookup found, Notes notes) {
        switch (found) {
            case Lookup.Absent() -> {
                row.checkedAbsent(notes.now);
                note(row, Step.PROVEN_ABSENT, "delivery.absence_checked", notes);
            }
            case Lookup.Present(var ref) -> {
                // A request that was on its way arrived after the removal.
                row.ref = ref;
                row.removing(notes.now, notes.now);
                history.exposed(row, row.removedAt == null ? notes.now : row.removedAt);
                note(row, Step.STOOD_AGAIN, "delivery.stood_again", notes);
            }
            case Lookup.CannotTell(var why) -> {
                row.looks++;
                row.claimedBy = null;
                row.leaseUntil = null;
                row.nextAt = backoff.retry(notes.now, row.looks);
                notes.happened.add(Happened.to(row, Step.CANNOT_TELL, notes.now).saying(why));
            }
        }
    }

    private void note(DeliveryRow row, Step what, String action, Notes notes) {
        notes.happened(row, what);
        notes.record(action, row);
        log.info("{} {} on {}, attempt {}", action, row.id.value(), row.network, row.attempts);
        meters.counter("hearten.deliveries", "step", what.name(), "network", row.network.name())
                .increment();
    }
}
