package org.hearten.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearten.publishing.PublishingStage.eventually;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.SettableClock;
import org.hearten.approvals.Approvals;
import org.hearten.channels.Network;
import org.hearten.people.Role;
import org.hearten.policies.Pauses;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.hearten.posts.Stage;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** The real Hub and every real rule: claim, page and outcome are one transaction. */
@HeartenTest
@Import({Given.class, InHousePublishingTests.Death.class})
@TestPropertySource(properties = {"hearten.publishing.worker=false", "hearten.insights.worker=false"})
class InHousePublishingTests {
    @TestConfiguration(proxyBeanMethods = false)
    static class Death {
        @Bean
        @Primary
        PublishingStage.DeathAtMoment deathAtMoment() {
            return new PublishingStage.DeathAtMoment();
        }
    }

    @Autowired
    Given given;

    @Autowired
    Posts posts;

    @Autowired
    Approvals approvals;

    @Autowired
    Pauses pauses;

    @Autowired
    DeliveryRows rows;

    @Autowired
    Worker worker;

    @Autowired
    PublishingStage.DeathAtMoment death;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void realTime() {
        clock.backToRealTime();
    }

    @Test
    void many_due_posts_stand_on_the_hub_after_one_turn_each_with_its_reasons_and_its_place_in_the_record() {
        var all = List.of(due(), due(), due());

        worker.workUntilQuiet();

        assertThat(all).allSatisfy(post -> {
            var row = delivery(post);
            assertThat(row.state).isEqualTo(DeliveryState.SENT);
            assertThat(row.attempts).isEqualTo(1);
            assertThat(Said.reasons(row.said))
                    .allMatch(Shown.Reason::cleared)
                    .extracting(Shown.Reason::rule)
                    .contains("approval", "findings", "grants", "pause", "post");
            assertThat(pages(post)).isEqualTo(1);
            assertThat(given.in(
                            post.organisation(),
                            () -> jdbc.sql(
                                            "select count(*) from audit_entry where object_id = :id and action = 'delivery.sent'")
                                    .param("id", row.id.value())
                                    .query(Long.class)
                                    .single()))
                    .isEqualTo(1);
        });
        eventually(() -> all.stream().allMatch(post -> stage(post) == Stage.PUBLISHED));
    }

    @Test
    void a_process_that_dies_after_writing_the_page_has_written_nothing_and_the_next_turn_publishes_it_once() {
        var post = due();

        death.at(Moment.ACCEPTED, 1);
        workAndDie();
        assertThat(delivery(post).state).isEqualTo(DeliveryState.PLANNED);
        assertThat(pages(post)).isZero();

        worker.workUntilQuiet();
        assertThat(delivery(post).state).isEqualTo(DeliveryState.SENT);
        assertThat(pages(post)).isEqualTo(1);
    }

    @Test
    void what_was_cancelled_stands_nowhere_and_its_neighbours_do() {
        var wanted = due();
        var unwanted = due();
        var meera = given.narmada().with(Role.AUTHOR);
        given.run(meera, () -> posts.cancel(unwanted, meera));

        worker.workUntilQuiet();

        assertThat(pages(wanted)).isEqualTo(1);
        assertThat(pages(unwanted)).isZero();
    }

    @Test
    void a_turn_waits_for_the_pause_that_is_being_begun_and_then_publishes_nothing() throws Exception {
        var post = due();
        var farah = given.narmada().with(Role.COMPLIANCE_OFFICER);

        var pausing = new CompletableFuture<CompletableFuture<Void>>();
        var pause = given.as(farah, () -> {
            var id = pauses.begin(null, "A wrong dose was published", farah);
            pausing.complete(CompletableFuture.runAsync(worker::workUntilQuiet));
            eventually(this::somebodyWaitsForALock);
            return id;
        });
        pausing.get().get(20, TimeUnit.SECONDS);

        assertThat(delivery(post).state).isEqualTo(DeliveryState.HELD);
        assertThat(delivery(post).cause).isEqualTo("policies.clearance.paused");
        assertThat(pages(post)).isZero();
        given.run(farah, () -> pauses.release(pause, farah));
    }

    private PostId due() {
        var post = new FrontDoor(given, posts, approvals)
                .approved("The open day begins at ten.", clock.instant().minus(Duration.ofSeconds(1)), Network.HUB);
        eventually(() -> !given.in(post.organisation(), () -> rows.of(post)).isEmpty());
        return post;
    }

    private DeliveryRow delivery(PostId post) {
        return given.in(post.organisation(), () -> rows.of(post)).getFirst();
    }

    private Stage stage(PostId post) {
        return given.in(post.organisation(), () -> posts.get(post).stage());
    }

    private long pages(PostId post) {
        return given.in(
                post.organisation(),
                () -> jdbc.sql("select count(*) from hub_page where post_id = :post and removed_at is null")
                        .param("post", post.value())
                        .query(Long.class)
                        .single());
    }

    private boolean somebodyWaitsForALock() {
        return jdbc.sql("select exists (select 1 from pg_locks where not granted and locktype = 'advisory')")
                .query(Boolean.class)
                .single();
    }

    private void workAndDie() {
        try {
            worker.workUntilQuiet();
        } catch (java.util.concurrent.CompletionException wrapped) {
            assertThat(wrapped.getCause()).isInstanceOf(PublishingStage.Killed.class);
        }
    }
}
