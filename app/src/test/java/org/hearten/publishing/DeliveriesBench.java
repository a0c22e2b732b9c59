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
import org.hearten.tenancy.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Due deliveries to the Hub, from due to published with every listener finished, against the rate at which the same
 * PostgreSQL commits single-row updates over the same number of connections. Run by {@code bench/deliveries}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Given.class)
class DeliveriesBench {
    private static final int DELIVERIES = Integer.getInteger("bench.deliveries", 10_000);
    private static final int CONNECTIONS = 20; // spring.datasource.hikari.maximum-pool-size
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

    @Autowired
    Bell bell;

    @Test
    void from_due_to_published() throws Exception {
        var template = new FrontDoor(given, posts, approvals)
                .approved("The open day begins at ten.", Instant.now().plus(Duration.ofDays(30)), Network.HUB);
        eventually(() -> count(template, "select count(*) from delivery") == 1);
        multiply(template, DELIVERIES - 1);
        eventually(() -> unfinishedEvents() == 0);

        var before = singleRowCommitsPerSecond();
        var rate = deliveriesPerSecond(template);
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

    private double deliveriesPerSecond(PostId template) {
        given.in(template.organisation(), () -> {
            jdbc.sql("update post set due_at = now()").update();
            jdbc.sql("update delivery set due_at = now(), next_at = now()").update();
            return jdbc.sql("update due set at = now() where kind = 'delivery.hub'")
                    .update();
        });
        var begin = System.nanoTime();
        bell.ring();
        eventually(
                () -> count(template, "select count(*) from delivery where state = 'SENT'") == DELIVERIES,
                Duration.ofMinutes(20));
        var sent = System.nanoTime();
        eventually(
                () -> count(template, "select count(*) from post where stage = 'PUBLISHED'") == DELIVERIES
                        && unfinishedEvents() == 0,
                Duration.ofMinutes(20));
        var end = System.nanoTime();
        System.out.printf(
                Locale.ROOT,
                "  sent after %.1f s, every listener finished after %.1f s%n",
                (sent - begin) / 1e9,
                (end - begin) / 1e9);
        assertThat(count(template, "select count(*) from hub_page")).isEqualTo(DELIVERIES);
        return DELIVERIES / ((end - begin) / 1e9);
    }

    /** Ten thousand approved posts, each with its own rows everywhere, copied from one that went through the front door. */
    private void multiply(PostId template, int copies) throws SQLException {
        try (var owner = DriverManager.getConnection(DATABASE.ownerAddress());
                var statement = owner.createStatement()) {
            statement.execute("create table bench_copy (post uuid, round uuid, approval uuid, delivery uuid)");
            statement.execute("grant all on bench_copy to public");
        }
        given.in(template.organisation(), () -> {
            for (int number = 0; number < copies; number++) {
                jdbc.sql("insert into bench_copy values (:post, :round, :approval, :delivery)")
                        .param("post", Ids.next())
                        .param("round", Ids.next())
                        .param("approval", Ids.next())
                        .param("delivery", Ids.next())
                        .update();
            }
            copy("post", "t.id = :post", "'id', c.post", template);
            copy("post_version", "t.post_id = :post", "'post_id', c.post", template);
            copy("approval_round", "t.post_id = :post", "'id', c.round, 'post_id', c.post", template);
            copy("approval", "true", "'id', c.approval, 'round_id', c.round", template);
            copy("check_report", "t.subject_id = :post", "'subject_id', c.post", template);
            copy(
                    "delivery",
                    "t.post_id = :post",
                    "'id', c.delivery, 'post_id', c.post, 'send_key', c.delivery",
                    template);
            jdbc.sql("""
                    insert into due (kind, organisation_id, id, at)
                    select 'delivery.hub', organisation_id, id, due_at from delivery
                    on conflict do nothing
                    """).update();
            return copies;
        });
    }

    private void copy(String table, String where, String changes, PostId template) {
        jdbc.sql("insert into " + table + " select (jsonb_populate_record(t, jsonb_build_object(" + changes
                        + "))).* from " + table + " t, bench_copy c where " + where)
                .param("post", template.value())
                .update();
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
