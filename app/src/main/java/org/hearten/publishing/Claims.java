package org.hearten.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.channels.Network;
import org.hearten.clearance.Answer;
import org.hearten.clearance.Clearance;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.hearten.posts.PostSending;
import org.hearten.publishing.Shown.Happened;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Takes due deliveries for this worker. Every rule is asked in the claiming transaction, and whoever cancels, withdraws or
 * pauses commits wholly before it or wholly after it.
 */
@Component
class Claims {
    /** This process, for as long as it lives. */
    static final UUID WORKER = Ids.next();

    private final DeliveryRows rows;
    private final History history;
    private final Clearance clearance;
    private final Manuscript manuscript;
    private final Backoff backoff;
    private final PublishingSettings settings;
    private final Moments moments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Claims(
            DeliveryRows rows,
            History history,
            Clearance clearance,
            Manuscript manuscript,
            Backoff backoff,
            PublishingSettings settings,
            Moments moments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.clearance = clearance;
        this.manuscript = manuscript;
        this.backoff = backoff;
        this.settings = settings;
        this.moments = moments;
        this.events = events;
        this.clock = clock;
    }

    /** @return what to do on the network, once this has committed */
    @Transactional
    public List<Errand> claim(OrganisationId organisation, Collection<UUID> ids) {
        var now = clock.instant();
        var happened = new ArrayList<Happened>();
        var errands = new ArrayList<Errand>();
        var quiet = history.quietAccounts(organisation, now);
        var claimed = rows.claimable(organisation, ids, now);
        for (var row : claimed) {
            var errand = consider(row, now, quiet, happened);
            if (errand != null) {
                errands.add(errand);
            }
        }
        rows.saveAll(claimed);
        history.add(happened);
        if (!errands.isEmpty()) {
            moments.reached(Moment.CLAIMED);
        }
        return errands;
    }

    private @Nullable Errand consider(DeliveryRow row, Instant now, Map<UUID, Instant> quiet, List<Happened> happened) {
        return switch (row.state) {
            case PLANNED, RETRY, RATE_LIMITED, HELD -> toSend(row, now, quiet, happened);
            case SENDING -> {
                // Its worker died or never came back. The lease outlasts every request, so the network's answer is
                // final.
                row.unknown(now, "publishing.cause.worker-gone", null);
                happened.add(Happened.to(row, Step.UNKNOWN, now));
                yield row.unwantedAt == null ? new Errand.Look(leased(row, now)) : remove(row, now);
            }
            case UNKNOWN -> row.unwantedAt == null ? new Errand.Look(leased(row, now)) : remove(row, now);
            case REMOVING -> new Errand.Remove(leased(row, now));
            case REMOVED, CANCELLED -> new Errand.Check(leased(row, now));
            case SENT, REFUSED, DISCONNECTED -> {
                row.nextAt = null;
                yield null;
            }
        };
    }

    private Errand remove(DeliveryRow row, Instant now) {
        row.removing(now, now);
        return new Errand.Remove(leased(row, now));
    }

    private DeliveryRow leased(DeliveryRow row, Instant now) {
        row.lease(WORKER, now.plus(settings.lease()));
        return row;
    }

    private @Nullable Errand toSend(DeliveryRow row, Instant now, Map<UUID, Instant> quiet, List<Happened> happened) {
        var quietUntil = quiet.get(row.account.value());
        if (now.isAfter(row.dueAt.plus(settings.giveUpAfter()))) {
            return new Errand.GiveUp(leased(row, now));
        } else if (quietUntil != null) {
            row.rateLimited(backoff.after(quietUntil));
            happened.add(Happened.to(row, Step.RATE_LIMITED, now));
            return null;
        } else {
            return ask(row, now, happened);
        }
    }

    private @Nullable Errand ask(DeliveryRow row, Instant now, List<Happened> happened) {
        var answer = clearance.ask(
                new Departure(row.facility, Departure.Kind.POST, row.post.value(), row.contentHash, row.askedBy, now));
        var what = manuscript.of(row);
        if (what.isEmpty()) {
            answer = new Answer(with(answer.said(), new Verdict.Held("publishing.held.edited")));
        }
        history.said(row, answer, now);
        if (answer.cleared() && what.isPresent()) {
            row.sending(WORKER, now, now.plus(settings.lease()));
            happened.add(Happened.to(row, Step.CLAIMED, now));
            record("delivery.claimed", row);
            // A post for the Hub is there before anybody could read that it is going out.
            if (row.attempts == 1 && row.network != Network.HUB) {
                events.publishEvent(new PostSending(row.post, now));
            }
            return new Errand.Send(row, what.get());
        } else {
            hold(row, answer, now, happened);
            return null;
        }
    }

    private void hold(DeliveryRow row, Answer answer, Instant now, List<Happened> happened) {
        var why = answer.held().isEmpty()
                ? "publishing.held.nobody-cleared"
                : answer.held().getFirst().verdict().messageKey();
        var news = row.state != DeliveryState.HELD || !why.equals(row.cause);
        row.held(backoff.held(now, row.holds + 1), why);
        if (news) {
            happened.add(Happened.to(row, Step.HELD, now));
            record("delivery.held", row);
        }
    }

    private static List<Answer.Said> with(List<Answer.Said> said, Verdict verdict) {
        var all = new ArrayList<>(said);
        all.add(new Answer.Said("content", verdict));
        return all;
    }

    /** A delivery that cannot even be considered must not keep the others waiting. */
    @Transactional
    public void postpone(OrganisationId organisation, UUID id) {
        var now = clock.instant();
        for (var row : rows.claimable(organisation, List.of(id), now)) {
            row.looks++;
            row.nextAt = backoff.retry(now, row.looks);
            rows.save(row);
            history.add(List.of(Happened.to(row, Step.FAULT, now)));
        }
    }

    private void record(String action, DeliveryRow row) {
        events.publishEvent(Recorded.of(action)
                .on("delivery", row.id.value())
                .at(row.facility.value())
                .hashes(null, row.contentHash)
                .saying(row.network.name()));
    }
}
