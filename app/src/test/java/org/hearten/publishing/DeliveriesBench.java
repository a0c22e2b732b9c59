package org.hearten.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearten.publishing.PublishingStage.eventually;

import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.LongAdder;
import org.hearten.Given;
import org.hearten.approvals.Approvals;
import org.hearten.channels.Network;
import org.hearten.database.DurableDatabase;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Due deliveries to the Hub, from due to published with every listener finished, against the rate at which the same
 * PostgreSQL commits single-row updates over the same number of connections. Run by {@code bench/deliveries}.
 */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT,
        // A service writes its log to a file; the test runner would read every line of it.
        properties = {"logging.threshold.console=off", "logging.file.name=target/deliveries-bench.log"})
@Import(Given.class)
class DeliveriesBench {
    private static final int DELIVERIES = Integer.getInteger("bench.deliveries", 10_000);
    private static final int CONNECTIONS = 20; // spring.datasource.hikari.maximum-pool-size
    private static final int WARM_UP = DELIVERIES;
    private static final Duration TO_PREPARE = Duration.ofSeconds(Math.max(10, DELIVERIES / 400));
    private static final Duration PATIENCE = Duration.ofMinutes(20);
    private static final Duration BASELINE = Duration.ofSeconds(5);
    private static final double LIMIT = 0.5;
    private static final DurableDatabase DATABASE = DurableDatabase.forThisProcess();

    @Autowired
    Given given;

    @Autowired
    Posts posts;

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient jdbc;

    @Test
    void from_due_to_published() throws Exception {
        var template = new FrontDoor(given, posts, approvals)
                .approved("The open day begins at ten.", Instant.now().plus(Duration.ofDays(30)), Network.HUB);
        eventually(() -> count(template, "select count(*) from delivery") == 1);

        // A process that has been at work for a while, as the one that sends has been.
        var copies = new Copies(given, jdbc, DATABASE);
        copies.multiply(template, WARM_UP);
        published(template, WARM_UP);

        copies.multiply(template, DELIVERIES);
        var before = singleRowCommitsPerSecond();
        var rate = DELIVERIES / (published(template, DELIVERIES).toNanos() / 1e9);
        var after = singleRowCommitsPerSecond();

        var baseline = (before + after) / 2;
        System.out.printf(
                Locale.ROOT,
                "bench/deliveries: %d Hub deliveries, due to published, all listeners finished: %.0f/s; "
                        + "single-row commits over %d connections: %.0f/s; ratio %.3f (limit >= %.1f: %s)%n",
                DELIVERIES,
                rate,
                CONNECTIONS,
                baseline,
                rate / baseline,
                LIMIT,
                rate / baseline >= LIMIT ? "reached" : "NOT reached");
    }

    /** @return how long it took from the moment they were due */
    private Duration published(PostId template, int deliveries) throws Exception {
        var due = Instant.now().plus(TO_PREPARE);
        new Copies(given, jdbc, DATABASE).due(template, due);
        eventually(() -> !Instant.now().isBefore(due), Duration.ofMinutes(5));
        var here = here();
        var inPostgres = inPostgres();
        eventually(
                () -> count(template, "select count(*) from due where kind = 'delivery.hub' and at <= now()") == 0,
                PATIENCE);
        var sent = Instant.now();
        eventually(() -> unfinishedEvents() == 0, PATIENCE);
        var end = Instant.now();
        System.out.printf(
                Locale.ROOT,
                "  %d sent after %.1f s, every listener finished after %.1f s; CPU for each %.2f ms here, %.2f ms in PostgreSQL%n",
                deliveries,
                Duration.between(due, sent).toMillis() / 1e3,
                Duration.between(due, end).toMillis() / 1e3,
                (here() - here) / 1e6 / deliveries,
                (inPostgres() - inPostgres) / 1e6 / deliveries);
        assertThat(count(template, "select count(*) from delivery where state = 'PLANNED'"))
                .isEqualTo(1);
        assertThat(count(template, "select count(*) from delivery where state = 'SENT'"))
                .isEqualTo(count(template, "select count(*) from post where stage = 'PUBLISHED'"))
                .isEqualTo(count(template, "select count(*) from hub_page"))
                .isGreaterThanOrEqualTo(deliveries);
        return Duration.between(due, end);
    }

    private static long here() {
        return cpuNanos(ProcessHandle.current());
    }

    private static long inPostgres() {
        return ProcessHandle.current()
                .descendants()
                .mapToLong(DeliveriesBench::cpuNanos)
                .sum();
    }

    private static long cpuNanos(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L);
    }

    private long count(PostId template, String sql) {
        return given.in(
                template.organisation(), () -> jdbc.sql(sql).query(Long.class).single());
    }

    private long unfinishedEvents() {
        return jdbc.sql("select count(*) from event_publication where completion_date is null")
                .query(Long.class)
                .single();
    }

    private static double singleRowCommitsPerSecond() throws Exception {
        try (var owner = DriverManager.getConnection(DATABASE.ownerAddress());
                var statement = owner.createStatement()) {
            statement.execute("create table if not exists bench_row (id int primary key, number bigint not null)");
            statement.execute("grant select, update on bench_row to public");
            statement.execute("insert into bench_row select each, 0 from generate_series(1, " + CONNECTIONS
                    + ") each on conflict do nothing");
        }
        var commits = new LongAdder();
        var ready = new CountDownLatch(CONNECTIONS);
        var done = new CountDownLatch(CONNECTIONS);
        for (int number = 1; number <= CONNECTIONS; number++) {
            var mine = number;
            Thread.ofPlatform().start(() -> {
                try (var connection = DriverManager.getConnection(DATABASE.poolAddress());
                        var update = connection.prepareStatement(
                                "update bench_row set number = number + 1 where id = " + mine)) {
                    ready.countDown();
                    ready.await();
                    var end = System.nanoTime() + BASELINE.toNanos();
                    while (System.nanoTime() < end) {
                        update.executeUpdate();
                        commits.increment();
                    }
                } catch (SQLException | InterruptedException failed) {
                    throw new IllegalStateException(failed);
                } finally {
                    done.countDown();
                }
            });
        }
        done.await();
        return commits.sum() / (double) BASELINE.toSeconds();
    }
}
