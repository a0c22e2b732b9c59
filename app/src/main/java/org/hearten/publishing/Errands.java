package org.hearten.publishing;

import java.time.Clock;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hearten.channels.Channels;
import org.hearten.channels.Lookup;
import org.hearten.channels.Removal;
import org.hearten.channels.SendResult;
import org.hearten.tenancy.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Does on the network what was claimed, outside every transaction, and has the outcome recorded. */
@Component
class Errands {
    private static final Logger log = LoggerFactory.getLogger(Errands.class);

    private final Channels channels;
    private final DeliveryRows rows;
    private final Outcomes outcomes;
    private final PublishingSettings settings;
    private final Moments moments;
    private final TransactionTemplate reading;
    private final Clock clock;

    Errands(
            Channels channels,
            DeliveryRows rows,
            Outcomes outcomes,
            PublishingSettings settings,
            Moments moments,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.channels = channels;
        this.rows = rows;
        this.outcomes = outcomes;
        this.settings = settings;
        this.moments = moments;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
        this.clock = clock;
    }

    /** One after the other; their outcomes are recorded together. */
    void run(OrganisationId organisation, List<Errand> errands) {
        moments.reached(Moment.COMMITTED);
        var mayStart = mayStart(organisation, errands);
        var all = new ArrayList<Outcome>();
        for (var errand : errands) {
            all.add(run(errand, mayStart));
        }
        outcomes.record(organisation, all);
        moments.reached(Moment.RECORDED);
    }

    private Set<UUID> mayStart(OrganisationId organisation, List<Errand> errands) {
        var toSend = errands.stream()
                .filter(errand -> errand instanceof Errand.Send)
                .map(errand -> errand.row().id.value())
                .toList();
        if (toSend.isEmpty()) {
            return Set.of();
        } else {
            var leaseBeyond = clock.instant().plus(settings.requestLimit());
            var those = reading.execute(ignored -> rows.mayStart(organisation, toSend, Claims.WORKER, leaseBeyond));
            return new HashSet<>(those);
        }
    }

    private Outcome run(Errand errand, Set<UUID> mayStart) {
        return switch (errand) {
            case Errand.Send send ->
                mayStart.contains(send.row().id.value()) ? send(send) : new Outcome.NotBegun(send.row());
            case Errand.Look(var row) -> new Outcome.Looked(row, find(row));
            case Errand.Remove(var row) -> remove(row);
            case Errand.Check(var row) -> new Outcome.Checked(row, find(row));
            case Errand.GiveUp(var row) -> new Outcome.GivenUp(row);
        };
    }

    private Outcome send(Errand.Send send) {
        var row = send.row();
        moments.reached(Moment.REQUESTED);
        SendResult result;
        try {
            result = channels.of(row.network).send(row.account, row.key, send.what());
        } catch (RuntimeException fault) {
            log.warn("delivery {} on {}: sending ended in a fault", row.id.value(), row.network, fault);
            result = new SendResult.Unknown(fault.getClass().getSimpleName());
        }
        moments.reached(Moment.ACCEPTED);
        return new Outcome.Answered(row, result);
    }

    private Lookup find(DeliveryRow row) {
        try {
            return channels.of(row.network).find(row.account, row.key);
        } catch (RuntimeException fault) {
            log.warn("delivery {} on {}: looking ended in a fault", row.id.value(), row.network, fault);
            return new Lookup.CannotTell(fault.getClass().getSimpleName());
        }
    }

    private Outcome remove(DeliveryRow row) {
        var before = find(row);
        var removal = before instanceof Lookup.Absent ? new Removal.AlreadyGone() : takeAway(row, before);
        var after = before instanceof Lookup.Absent ? before : find(row);
        return new Outcome.TakenAway(row, before, removal, after);
    }

    private Removal takeAway(DeliveryRow row, Lookup before) {
        try {
            var ref = before instanceof Lookup.Present(var where) ? where : row.ref;
            return channels.of(row.network).remove(row.account, row.key, ref);
        } catch (RuntimeException fault) {
            log.warn("delivery {} on {}: taking it away ended in a fault", row.id.value(), row.network, fault);
            return new Removal.RemoveLater(fault.getClass().getSimpleName());
        }
    }
}
