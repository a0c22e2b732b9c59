package org.hearten.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.hearten.channels.Network;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Turns the crank: finds what is due, claims it inside its organisation's walls, and runs the errands. Each network has a
 * thread of its own, so a slow one keeps nobody else waiting. Any number of processes may do this side by side.
 */
@Component
class Worker implements SmartLifecycle {
    private static final Logger log = LoggerFactory.getLogger(Worker.class);
    private static final String ROOM = "publishing";
    private static final Duration PAUSE_AFTER_A_FAULT = Duration.ofSeconds(2);
    private static final Duration LOOK_FOR_LATE_ONES = Duration.ofSeconds(5);

    private final DueWork due;
    private final Claims claims;
    private final Errands errands;
    private final LateAlarms alarms;
    private final PublishingSettings settings;
    private final Tenancy tenancy;
    private final Bell bell;
    private final Clock clock;
    private final Map<Network, Semaphore> free = new EnumMap<>(Network.class);
    private final Set<UUID> busy = ConcurrentHashMap.newKeySet();
    private final List<Thread> threads = new ArrayList<>();
    private ExecutorService hands = Executors.newVirtualThreadPerTaskExecutor();
    private volatile boolean running;
    private volatile Instant lastPass;

    Worker(
            DueWork due,
            Claims claims,
            Errands errands,
            LateAlarms alarms,
            PublishingSettings settings,
            Tenancy tenancy,
            Bell bell,
            Clock clock) {
        this.due = due;
        this.claims = claims;
        this.errands = errands;
        this.alarms = alarms;
        this.settings = settings;
        this.tenancy = tenancy;
        this.bell = bell;
        this.clock = clock;
        this.lastPass = clock.instant();
        for (var network : Network.values()) {
            free.put(network, new Semaphore(settings.atOnce()));
        }
    }

    /** Does everything that is due now, and returns when it is done. For tests, which turn the crank themselves. */
    void workUntilQuiet() {
        var found = true;
        while (found) {
            found = false;
            for (var network : Network.values()) {
                var under = new ArrayList<CompletableFuture<Void>>();
                found |= pass(network, under) > 0;
                CompletableFuture.allOf(under.toArray(CompletableFuture[]::new)).join();
            }
        }
        lookForLateOnes();
    }

    Instant lastPass() {
        return lastPass;
    }

    /** @return how many due deliveries were found that nobody here is working on */
    private int pass(Network network, List<CompletableFuture<Void>> under) {
        var found = due.next(DueWork.kind(network), clock.instant(), settings.batch() + busy.size());
        var fresh = 0;
        for (var each : found.entrySet()) {
            var ids = each.getValue().stream().filter(busy::add).toList();
            fresh += ids.size();
            start(network, each.getKey(), ids, under);
        }
        lastPass = clock.instant();
        return fresh;
    }

    private void start(
            Network network, OrganisationId organisation, List<UUID> ids, List<CompletableFuture<Void>> under) {
        // The Hub is our own database: its posts are claimed, sent and recorded in groups. A network answers for each
        // alone.
        var together = network == Network.HUB ? settings.hubTogether() : 1;
        for (int from = 0; from < ids.size(); from += together) {
            var group = ids.subList(from, Math.min(from + together, ids.size()));
            Objects.requireNonNull(free.get(network)).acquireUninterruptibly();
            under.add(CompletableFuture.runAsync(() -> run(network, organisation, group), hands));
        }
    }

    private void run(Network network, OrganisationId organisation, List<UUID> group) {
        try {
            tenancy.run(Caller.system(organisation, ROOM), () -> {
                var claimed = claim(network, organisation, group);
                if (!claimed.isEmpty()) {
                    errands.run(organisation, claimed);
                }
            });
        } catch (RuntimeException fault) {
            // Nothing is lost: the lease ends, and whoever finds the delivery then looks at the network first.
            log.error("the outcome of {} deliveries could not be recorded", group.size(), fault);
        } finally {
            busy.removeAll(group);
            Objects.requireNonNull(free.get(network)).release();
        }
    }

    private List<Errand> claim(Network network, OrganisationId organisation, List<UUID> ids) {
        try {
            return claims.claim(network, organisation, ids);
        } catch (RuntimeException fault) {
            log.error("deliveries of one organisation could not be claimed together; trying one by one", fault);
            return ids.stream()
                    .flatMap(id -> claimAlone(network, organisation, id).stream())
                    .toList();
        }
    }

    private List<Errand> claimAlone(Network network, OrganisationId organisation, UUID id) {
        try {
            return claims.claim(network, organisation, List.of(id));
        } catch (RuntimeException fault) {
            log.error("delivery {} could not be claimed", id, fault);
            claims.postpone(organisation, id);
            return List.of();
        }
    }

    private void lookForLateOnes() {
        due.next(DueWork.LATE, clock.instant(), settings.batch())
                .forEach((organisation, ids) ->
                        tenancy.run(Caller.system(organisation, ROOM), () -> alarms.raise(organisation, ids)));
    }

    @Override
    public void start() {
        running = settings.worker();
        if (running) {
            hands = Executors.newVirtualThreadPerTaskExecutor();
            for (var network : Network.values()) {
                threads.add(Thread.ofPlatform()
                        .name("publishing-" + DueWork.kind(network))
                        .daemon()
                        .start(() -> loop(() -> crank(network))));
            }
            threads.add(Thread.ofPlatform().name("publishing-late").daemon().start(() -> loop(this::watch)));
        }
    }

    private void crank(Network network) throws InterruptedException {
        var since = bell.now();
        if (pass(network, new ArrayList<>()) == 0) {
            bell.waitFor(since, settings.poll());
        }
    }

    private void watch() throws InterruptedException {
        lookForLateOnes();
        Thread.sleep(LOOK_FOR_LATE_ONES);
    }

    private interface Turn {
        void once() throws InterruptedException;
    }

    private void loop(Turn turn) {
        while (running) {
            try {
                turn.once();
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException fault) {
                log.error("a turn of publishing failed; the next one follows", fault);
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(PAUSE_AFTER_A_FAULT);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    /** Claims nothing more, and lets what is under way finish as long as the shutdown allows. */
    @Override
    public void stop() {
        running = false;
        threads.forEach(Thread::interrupt);
        threads.clear();
        hands.shutdown();
        try {
            if (!hands.awaitTermination(2, TimeUnit.SECONDS)) {
                log.warn("some sendings are still under way; they will be looked for after the next start");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
