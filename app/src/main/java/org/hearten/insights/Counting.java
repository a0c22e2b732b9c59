package org.hearten.insights;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.channels.Channels;
import org.hearten.channels.Counts;
import org.hearten.channels.NetworkSilent;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Asks the networks for numbers, many posts of one account at a time, and keeps what they say. */
@Component
class Counting {
    private static final Logger log = LoggerFactory.getLogger(Counting.class);
    private static final String ROOM = "insights";
    private static final int BATCH = 200;

    private final Numbers numbers;
    private final Channels channels;
    private final CountingSettings settings;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Counting(
            Numbers numbers,
            Channels channels,
            CountingSettings settings,
            Tenancy tenancy,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.numbers = numbers;
        this.channels = channels;
        this.settings = settings;
        this.tenancy = tenancy;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** @return how many were due */
    int countWhatIsDue() {
        var due = numbers.due(clock.instant(), BATCH);
        due.stream()
                .collect(groupingBy(Numbers.Due::organisation, mapping(Numbers.Due::delivery, toList())))
                .forEach((organisation, ids) ->
                        tenancy.run(Caller.system(organisation, ROOM), () -> count(organisation, ids)));
        return due.size();
    }

    private void count(OrganisationId organisation, List<UUID> ids) {
        var now = clock.instant();
        claim(organisation, ids, now).stream()
                .collect(groupingBy(Watched::account))
                .values()
                .forEach(those -> {
                    for (int from = 0; from < those.size(); from += settings.together()) {
                        count(those.subList(from, Math.min(from + settings.together(), those.size())), now);
                    }
                });
    }

    /** Moved on before the network is asked, so that a crash costs one snapshot and nobody counts twice. */
    private List<Watched> claim(OrganisationId organisation, List<UUID> ids, Instant now) {
        return transaction.execute(ignored -> {
            var claimed = numbers.claim(organisation, ids, now);
            claimed.forEach(watched -> numbers.next(watched.delivery(), Schedule.next(watched.sentAt(), now)));
            return claimed;
        });
    }

    private void count(List<Watched> those, Instant now) {
        var first = those.getFirst();
        try {
            var refs = those.stream().map(Watched::ref).toList();
            keep(those, channels.of(first.network()).counts(first.account(), refs), now);
        } catch (NetworkSilent silent) {
            log.info("numbers of {} posts on {} come later: {}", those.size(), first.network(), silent.getMessage());
            var until = silent.until();
            later(those, until == null ? now.plus(settings.silence()) : until);
        }
    }

    private void keep(List<Watched> those, Map<String, Counts> counts, Instant now) {
        transaction.executeWithoutResult(ignored -> {
            var gone = new ArrayList<Watched>();
            for (var watched : those) {
                var counted = counts.get(watched.ref().uri());
                if (counted == null) {
                    gone.add(watched);
                } else {
                    numbers.keep(watched.delivery(), new Snapshot(now, counted));
                }
            }
            if (!gone.isEmpty()) {
                log.info(
                        "{} posts on {} were not counted: the network no longer shows them",
                        gone.size(),
                        gone.getFirst().network());
            }
        });
    }

    private void later(List<Watched> those, Instant again) {
        transaction.executeWithoutResult(ignored -> those.forEach(watched -> numbers.next(watched.delivery(), again)));
    }
}
