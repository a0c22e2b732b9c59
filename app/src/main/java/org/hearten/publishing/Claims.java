package org.hearten.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hearten.channels.Channels;
import org.hearten.channels.InHouse;
import org.hearten.channels.Network;
import org.hearten.posts.PostSending;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
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
    private final Departures departures;
    private final Manuscript manuscript;
    private final Channels channels;
    private final InHousePress press;
    private final Ledger ledger;
    private final Backoff backoff;
    private final PublishingSettings settings;
    private final Moments moments;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Claims(
            DeliveryRows rows,
            History history,
            Departures departures,
            Manuscript manuscript,
            Channels channels,
            InHousePress press,
            Ledger ledger,
            Backoff backoff,
            PublishingSettings settings,
            Moments moments,
            ApplicationEventPublisher events,
            Clock clock) {
        this.rows = rows;
        this.history = history;
        this.departures = departures;
        this.manuscript = manuscript;
        this.channels = channels;
        this.press = press;
        this.ledger = ledger;
        this.backoff = backoff;
        this.settings = settings;
        this.moments = moments;
        this.events = events;
        this.clock = clock;
    }

    /**
     * What is for our own pages is published here and now; the rest is only made ready.
     *
     * @return what to do on the network, once this has committed
     */
    @Transactional
    public List<Errand> claim(Network network, OrganisationId organisation, Collection<UUID> ids) {
        var house = channels.of(network) instanceof InHouse own ? own : null;
        if (house != null) {
            rows.holdPosts(rows.postsOf(organisation, ids));
        }
        var notes = new Notes(clock.instant());
        var claimed = rows.claimable(organisation, ids, notes.now);
        var errands = new ArrayList<Errand>();
        var published = new ArrayList<DeliveryRow>();
        var cleared = cleared(asking(claimed, organisation, errands, notes), notes);
        if (house == null) {
            cleared.forEach(leaving -> errands.add(start(leaving, notes)));
        } else {
            published.addAll(press.publish(house, cleared, notes));
        }
        ledger.write(claimed, notes);
        ledger.settle(published, notes);
        if (!errands.isEmpty()) {
            moments.reached(Moment.CLAIMED);
        }
        return errands;
    }

    /** Those that want to be sent. All others get their errand here, or wait. */
    private List<DeliveryRow> asking(
            List<DeliveryRow> claimed, OrganisationId organisation, List<Errand> errands, Notes notes) {
        var quiet = history.quietAccounts(organisation, notes.now);
        var asking = new ArrayList<DeliveryRow>();
        for (var row : claimed) {
            switch (row.state) {
                case PLANNED, RETRY, RATE_LIMITED, HELD -> {
                    if (notes.now.isAfter(row.dueAt.plus(settings.giveUpAfter()))) {
                        errands.add(new Errand.GiveUp(leased(row, notes)));
                    } else if (quiet.containsKey(row.account.value())) {
                        wait(row, quiet, notes);
                    } else {
                        asking.add(row);
                    }
                }
                case SENDING -> {
                    // Its worker died or never came back. The lease outlasts every request, so the network's answer is
                    // final.
                    row.unknown(notes.now, "publishing.cause.worker-gone", null);
                    notes.happened(row, Step.UNKNOWN);
                    errands.add(lookOrRemove(row, notes));
                }
                case UNKNOWN -> errands.add(lookOrRemove(row, notes));
                case REMOVING -> errands.add(new Errand.Remove(leased(row, notes)));
                case REMOVED, CANCELLED -> errands.add(new Errand.Check(leased(row, notes)));
                case SENT, REFUSED, DISCONNECTED -> row.nextAt = null;
            }
        }
        return asking;
    }

    private void wait(DeliveryRow row, Map<UUID, Instant> quiet, Notes notes) {
        row.rateLimited(backoff.after(Objects.requireNonNull(quiet.get(row.account.value()))));
        notes.happened(row, Step.RATE_LIMITED);
    }

    private Errand lookOrRemove(DeliveryRow row, Notes notes) {
        if (row.unwantedAt == null) {
            return new Errand.Look(leased(row, notes));
        } else {
            row.removing(notes.now, notes.now);
            return new Errand.Remove(leased(row, notes));
        }
    }

    private DeliveryRow leased(DeliveryRow row, Notes notes) {
        row.lease(WORKER, notes.now.plus(settings.lease()));
        return row;
    }

    private List<Leaving> cleared(List<DeliveryRow> asking, Notes notes) {
        var cleared = new ArrayList<Leaving>();
        for (var leaving : departures.ask(asking, notes.now)) {
            if (leaving.cleared()) {
                cleared.add(leaving);
            } else {
                hold(leaving, notes);
            }
        }
        return cleared;
    }

    private void hold(Leaving leaving, Notes notes) {
        var row = leaving.row();
        var why = leaving.held();
        var news = row.state != DeliveryState.HELD || !why.equals(row.cause);
        row.held(backoff.held(notes.now, row.holds + 1), why);
        if (news) {
            notes.happened(row, Step.HELD);
            notes.record("delivery.held", row);
        }
    }

    private Errand start(Leaving leaving, Notes notes) {
        var row = leaving.row();
        row.sending(WORKER, notes.now, notes.now.plus(settings.lease()));
        notes.happened(row, Step.CLAIMED);
        notes.record("delivery.claimed", row);
        if (row.attempts == 1) {
            events.publishEvent(new PostSending(row.post, notes.now));
        }
        return new Errand.Send(row, manuscript.of(leaving));
    }

    /** A delivery that cannot even be considered must not keep the others waiting. */
    @Transactional
    public void postpone(OrganisationId organisation, UUID id) {
        var notes = new Notes(clock.instant());
        var claimed = rows.claimable(organisation, List.of(id), notes.now);
        for (var row : claimed) {
            row.looks++;
            row.nextAt = backoff.retry(notes.now, row.looks);
            notes.happened(row, Step.FAULT);
        }
        ledger.write(claimed, notes);
    }
}
