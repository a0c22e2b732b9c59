package org.hearten.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.hearten.Given;
import org.hearten.channels.Accounts;
import org.hearten.channels.Channels;
import org.hearten.channels.Network;
import org.hearten.channels.ScriptedChannels;
import org.hearten.clearance.Clearance;
import org.hearten.clearance.ClearanceRule;
import org.hearten.clearance.Departure;
import org.hearten.clearance.ScriptedClearance;
import org.hearten.clearance.Verdict;
import org.hearten.people.PersonId;
import org.hearten.people.Role;
import org.hearten.posts.Draft;
import org.hearten.posts.Pillar;
import org.hearten.posts.PostId;
import org.hearten.posts.PostScheduled;
import org.hearten.posts.Posts;
import org.hearten.posts.Version;
import org.hearten.tenancy.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the tests of publishing share: two scripted networks, a rule that can hold, a way to die, and approved posts. */
@TestConfiguration(proxyBeanMethods = false)
class PublishingStage {
    static final ScriptedChannel HUB = new ScriptedChannel(Network.HUB);
    static final ScriptedChannel BLUESKY = new ScriptedChannel(Network.BLUESKY);

    /** Stands for every rule of later rooms. */
    static final class Gate implements ClearanceRule {
        private volatile boolean closed;

        void close() {
            closed = true;
        }

        void open() {
            closed = false;
        }

        @Override
        public String name() {
            return "gate";
        }

        @Override
        public List<Verdict> judge(List<Departure> departures) {
            return ClearanceRule.each(
                    departures,
                    departure -> closed ? new Verdict.Held("test.gate.closed") : new Verdict.Cleared("test.gate.open"));
        }
    }

    /** The process dies here. It is no exception that anything may catch and survive. */
    static final class Killed extends Error {}

    static final class DeathAtMoment implements Moments {
        private final AtomicReference<@Nullable Moment> fatal = new AtomicReference<>();
        private final AtomicInteger left = new AtomicInteger();

        void at(Moment moment, int time) {
            left.set(time);
            fatal.set(moment);
        }

        @Override
        public void reached(Moment moment) {
            if (moment == fatal.get() && left.decrementAndGet() == 0) {
                fatal.set(null);
                throw new Killed();
            }
        }
    }

    @Bean
    @Primary
    Channels scriptedChannels() {
        return ScriptedChannels.of(HUB, BLUESKY);
    }

    @Bean
    Gate gate() {
        return new Gate();
    }

    /** Only the post's own rule and the gate: approvals have tests of their own. */
    @Bean
    @Primary
    Clearance scriptedClearance(List<ClearanceRule> all, Gate gate) {
        var post = all.stream()
                .filter(rule -> rule.name().equals("post"))
                .findFirst()
                .orElseThrow();
        return ScriptedClearance.of(post, gate);
    }

    @Bean
    @Primary
    DeathAtMoment deathAtMoment() {
        return new DeathAtMoment();
    }

    @Bean
    ApprovedPosts approvedPosts(
            Given given,
            Posts posts,
            Accounts accounts,
            DeliveryRows rows,
            JdbcClient jdbc,
            ApplicationEventPublisher events,
            Clock clock) {
        return new ApprovedPosts(given, posts, accounts, rows, jdbc, events, clock);
    }

    /** Posts as they are after everybody said yes. */
    static final class ApprovedPosts {
        private final Given given;
        private final Posts posts;
        private final Accounts accounts;
        private final DeliveryRows rows;
        private final JdbcClient jdbc;
        private final ApplicationEventPublisher events;
        private final Clock clock;

        ApprovedPosts(
                Given given,
                Posts posts,
                Accounts accounts,
                DeliveryRows rows,
                JdbcClient jdbc,
                ApplicationEventPublisher events,
                Clock clock) {
            this.given = given;
            this.posts = posts;
            this.accounts = accounts;
            this.rows = rows;
            this.jdbc = jdbc;
            this.events = events;
            this.clock = clock;
        }

        PersonId meera() {
            return given.narmada().with(Role.AUTHOR);
        }

        PersonId farah() {
            return given.narmada().with(Role.COMPLIANCE_OFFICER);
        }

        void accounts() {
            var facility = given.narmada().first();
            given.run(meera(), () -> {
                for (var network : Network.values()) {
                    if (accounts.of(facility).stream().noneMatch(account -> account.network() == network)) {
                        accounts.connect(facility, network, "id-" + Ids.next(), "bhopal.example", "Bhopal Hospital");
                    }
                }
            });
        }

        PostId dueNow(Network... networks) {
            return due(clock.instant(), networks);
        }

        PostId due(Instant when, Network... networks) {
            return due(
                    when, java.util.Arrays.stream(networks).map(Version::same).toList());
        }

        PostId due(Instant when, List<Version> versions) {
            accounts();
            var post = given.as(meera(), () -> {
                var draft = new Draft(
                        given.narmada().first(),
                        "Dengue",
                        "Empty every bucket once a week.",
                        Pillar.PREVENTION,
                        "en",
                        versions,
                        List.of(),
                        List.of());
                var id = posts.start(draft, meera(), when);
                jdbc.sql("update post set stage = 'APPROVED' where organisation_id = :organisation and id = :id")
                        .param("organisation", id.organisation().value())
                        .param("id", id.value())
                        .update();
                return id;
            });
            given.run(
                    meera(),
                    () -> events.publishEvent(
                            new PostScheduled(post, posts.get(post).contentHash(), when, clock.instant())));
            eventually(() -> deliveries(post).size() == versions.size());
            return post;
        }

        List<DeliveryRow> deliveries(PostId post) {
            return given.in(post.organisation(), () -> rows.of(post));
        }

        DeliveryRow delivery(PostId post) {
            var all = deliveries(post);
            assertThat(all).hasSize(1);
            return all.getFirst();
        }

        org.hearten.posts.Stage stage(PostId post) {
            return given.in(post.organisation(), () -> posts.get(post).stage());
        }

        void unschedule(PostId post) {
            given.run(meera(), () -> posts.unschedule(post, meera()));
        }

        void schedule(PostId post, Instant when) {
            given.run(meera(), () -> posts.scheduleAt(post, when, meera()));
        }

        void cancel(PostId post) {
            given.run(meera(), () -> posts.cancel(post, meera()));
        }
    }

    private static final Duration LOOK_EVERY = Duration.ofMillis(50);

    static void eventually(BooleanSupplier became) {
        eventually(became, Duration.ofSeconds(20));
    }

    static void eventually(BooleanSupplier became, Duration patience) {
        Awaitility.await().atMost(patience).pollInterval(LOOK_EVERY).until(became::getAsBoolean);
    }
}
