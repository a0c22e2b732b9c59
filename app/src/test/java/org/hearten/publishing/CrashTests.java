package org.hearten.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearten.channels.Network.BLUESKY;
import static org.hearten.channels.Network.HUB;
import static org.hearten.publishing.PublishingStage.eventually;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.SettableClock;
import org.hearten.posts.PostId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/**
 * The worker dies at every moment that could hurt, and another one goes on. {@code bench/crash} does the same with real
 * processes, kill -9 and a real network.
 */
@HeartenTest
@Import({Given.class, PublishingStage.class})
@TestPropertySource(
        properties = {
            "hearten.publishing.worker=false",
            "hearten.insights.worker=false",
            "hearten.publishing.batch=5",
            "hearten.publishing.hub-together=3"
        })
class CrashTests {
    private static final Duration LEASE_IS_OVER = Duration.ofMinutes(2);

    @Autowired
    PublishingStage.ApprovedPosts posts;

    @Autowired
    PublishingStage.DeathAtMoment death;

    @Autowired
    Worker worker;

    @Autowired
    SettableClock clock;

    private final ScriptedChannel hub = PublishingStage.HUB;
    private final ScriptedChannel bluesky = PublishingStage.BLUESKY;

    @BeforeEach
    void quiet() {
        worker.workUntilQuiet();
        hub.forgetEverything();
        bluesky.forgetEverything();
    }

    @ParameterizedTest
    @EnumSource(Moment.class)
    void a_worker_that_dies_leaves_nothing_lost_and_nothing_doubled(Moment moment) {
        var post = posts.dueNow(BLUESKY);

        death.at(moment, 1);
        workAndDie();
        clock.advance(LEASE_IS_OVER);
        worker.workUntilQuiet();

        var row = posts.delivery(post);
        assertThat(row.state).isEqualTo(DeliveryState.SENT);
        assertThat(bluesky.stands(row.key)).isTrue();
        assertThat(bluesky.sendings(row.key)).isEqualTo(1);
    }

    @Test
    void a_worker_that_dies_after_the_network_took_it_finds_it_there() {
        var post = posts.dueNow(BLUESKY);
        bluesky.next(() -> {
            bluesky.accept();
            throw new PublishingStage.Killed();
        });

        workAndDie();
        clock.advance(LEASE_IS_OVER);
        worker.workUntilQuiet();

        var row = posts.delivery(post);
        assertThat(row.state).isEqualTo(DeliveryState.SENT);
        assertThat(bluesky.sendings(row.key)).isEqualTo(1);
    }

    @Test
    void many_deaths_and_cancellations_lose_nothing_double_nothing_and_leave_nothing_standing() {
        var random = new Random(20261124);
        var all = new ArrayList<PostId>();
        for (int number = 0; number < 30; number++) {
            all.add(posts.dueNow(HUB, BLUESKY));
        }
        var cancelled = new HashSet<PostId>();

        for (int turn = 0; turn < 40; turn++) {
            death.at(Moment.values()[random.nextInt(Moment.values().length)], 1 + random.nextInt(4));
            if (random.nextInt(4) == 0) {
                bluesky.nextAcceptsThenDies();
            } else if (random.nextInt(4) == 0) {
                bluesky.nextTimesOut();
            }
            if (turn % 5 == 0) {
                cancel(all.get(random.nextInt(all.size())), cancelled);
            }
            workAndDie();
            clock.advance(Duration.ofSeconds(random.nextInt(150)));
        }
        death.at(Moment.CLAIMED, Integer.MAX_VALUE);
        for (int turn = 0; turn < 10; turn++) {
            clock.advance(LEASE_IS_OVER);
            worker.workUntilQuiet();
        }

        for (var post : all) {
            for (var row : posts.deliveries(post)) {
                var network = row.network == HUB ? hub : bluesky;
                if (cancelled.contains(post)) {
                    assertThat(row.state).isIn(DeliveryState.CANCELLED, DeliveryState.REMOVED);
                    assertThat(network.stands(row.key)).isFalse();
                } else {
                    assertThat(row.state).isEqualTo(DeliveryState.SENT);
                    assertThat(network.stands(row.key)).isTrue();
                }
            }
        }
        assertThat(bluesky.standing()).isEqualTo(all.size() - cancelled.size());
        assertThat(hub.standing()).isEqualTo(all.size() - cancelled.size());
        assertThat(cancelled).isNotEmpty();
    }

    /** A post that already stands everywhere is not cancelled but taken down, which has its own test. */
    private void cancel(PostId post, HashSet<PostId> cancelled) {
        try {
            posts.cancel(post);
            cancelled.add(post);
            eventually(() -> posts.deliveries(post).stream().allMatch(row -> row.unwantedAt != null));
        } catch (org.hearten.web.Refusal alreadyOut) {
            assertThat(alreadyOut.status().value()).isEqualTo(409);
        }
    }

    private void workAndDie() {
        try {
            worker.workUntilQuiet();
        } catch (PublishingStage.Killed dead) {
            // nothing it knew is left but the rows
        } catch (java.util.concurrent.CompletionException wrapped) {
            assertThat(wrapped.getCause()).isInstanceOf(PublishingStage.Killed.class);
        }
    }
}
