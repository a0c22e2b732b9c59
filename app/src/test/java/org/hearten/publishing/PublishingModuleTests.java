package org.hearten.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearten.channels.Network.BLUESKY;
import static org.hearten.channels.Network.HUB;
import static org.hearten.publishing.PublishingStage.eventually;

import java.time.Duration;
import java.util.List;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.SettableClock;
import org.hearten.channels.SendResult;
import org.hearten.policies.PauseReleased;
import org.hearten.posts.Stage;
import org.hearten.posts.Version;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

@HeartenTest
@Import({Given.class, PublishingStage.class})
@TestPropertySource(properties = {"hearten.publishing.worker=false", "hearten.insights.worker=false"})
class PublishingModuleTests {
    @Autowired
    Given given;

    @Autowired
    PublishingStage.ApprovedPosts posts;

    @Autowired
    PublishingStage.Gate gate;

    @Autowired
    Worker worker;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Accounting accounting;

    @Autowired
    History history;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private final ScriptedChannel hub = PublishingStage.HUB;
    private final ScriptedChannel bluesky = PublishingStage.BLUESKY;

    @BeforeEach
    void quiet() {
        gate.open();
        worker.workUntilQuiet();
        hub.forgetEverything();
        bluesky.forgetEverything();
    }

    @Test
    void a_due_post_goes_out_once_on_every_network() {
        var post = posts.dueNow(HUB, BLUESKY);

        worker.workUntilQuiet();
        worker.workUntilQuiet();

        assertThat(posts.deliveries(post)).allSatisfy(row -> {
            assertThat(row.state).isEqualTo(DeliveryState.SENT);
            assertThat(row.network == HUB ? hub.sendings(row.key) : bluesky.sendings(row.key))
                    .isEqualTo(1);
        });
        eventually(() -> posts.stage(post) == Stage.PUBLISHED);
    }

    @Test
    void each_network_is_sent_the_words_written_for_it() {
        var post = posts.due(clock.instant(), List.of(Version.same(HUB), Version.own(BLUESKY, "Empty it! 🦟")));

        worker.workUntilQuiet();

        assertThat(hub.texts()).containsExactly("Empty every bucket once a week.");
        assertThat(bluesky.texts()).containsExactly("Empty it! 🦟");
        eventually(() -> posts.stage(post) == Stage.PUBLISHED);
    }

    @Test
    void a_post_without_a_time_waits_nowhere_until_it_has_one_again() {
        var due = clock.instant().plus(Duration.ofHours(1));
        var post = posts.due(due, HUB);

        posts.unschedule(post);
        eventually(() -> posts.delivery(post).state == DeliveryState.CANCELLED);
        clock.advance(Duration.ofHours(2));
        worker.workUntilQuiet();
        assertThat(hub.asked()).isEmpty();

        posts.schedule(post, clock.instant());
        eventually(() -> posts.delivery(post).state == DeliveryState.PLANNED);
        worker.workUntilQuiet();
        assertThat(posts.delivery(post).state).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void nothing_leaves_before_its_time() {
        var post = posts.due(clock.instant().plus(Duration.ofHours(1)), HUB);

        worker.workUntilQuiet();
        assertThat(hub.asked()).isEmpty();

        clock.advance(Duration.ofHours(1));
        worker.workUntilQuiet();
        assertThat(posts.delivery(post).state).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void an_answer_that_was_lost_is_settled_by_looking_never_by_sending_again() {
        var post = posts.dueNow(BLUESKY);
        bluesky.nextAcceptsThenDies();

        worker.workUntilQuiet();
        assertThat(posts.delivery(post).state).isEqualTo(DeliveryState.UNKNOWN);

        clock.advance(Duration.ofSeconds(10));
        worker.workUntilQuiet();

        var row = posts.delivery(post);
        assertThat(row.state).isEqualTo(DeliveryState.SENT);
        assertThat(bluesky.sendings(row.key)).isEqualTo(1);
    }

    @Test
    void a_request_that_never_arrived_is_sent_again_once_the_network_says_absent() {
        var post = posts.dueNow(BLUESKY);
        bluesky.nextTimesOut();

        worker.workUntilQuiet();
        clock.advance(Duration.ofSeconds(10));
        worker.workUntilQuiet();

        var row = posts.delivery(post);
        assertThat(row.state).isEqualTo(DeliveryState.SENT);
        assertThat(bluesky.asked())
                .containsExactly("send " + row.key.value(), "find " + row.key.value(), "send " + row.key.value());
    }

    @Test
    void a_silent_network_is_never_sent_to_again_and_in_the_end_a_person_decides() {
        var post = posts.dueNow(BLUESKY);
        bluesky.nextTimesOut();
        bluesky.silent(true);

        worker.workUntilQuiet();
        for (int look = 0; look < 9; look++) {
            clock.advance(Duration.ofMinutes(15));
            worker.workUntilQuiet();
        }
        var unknown = posts.delivery(post);
        assertThat(unknown.state).isEqualTo(DeliveryState.UNKNOWN);
        assertThat(unknown.personDecides).isTrue();
        assertThat(bluesky.sendings(unknown.key)).isEqualTo(1);

        bluesky.silent(false);
        given.run(posts.farah(), () -> deliveries.decide(unknown.id, false, posts.farah()));
        worker.workUntilQuiet();
        assertThat(posts.delivery(post).state).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_rate_limit_holds_the_whole_account_until_it_ends() {
        var first = posts.dueNow(BLUESKY);
        var until = clock.instant().plus(Duration.ofMinutes(3));
        bluesky.next(() -> new SendResult.RateLimited(until));
        worker.workUntilQuiet();
        var second = posts.dueNow(BLUESKY);

        worker.workUntilQuiet();
        assertThat(posts.delivery(first).state).isEqualTo(DeliveryState.RATE_LIMITED);
        assertThat(posts.delivery(second).state).isEqualTo(DeliveryState.RATE_LIMITED);
        assertThat(bluesky.sendings(posts.delivery(second).key)).isZero();

        clock.advance(Duration.ofMinutes(4));
        worker.workUntilQuiet();
        assertThat(posts.delivery(first).state).isEqualTo(DeliveryState.SENT);
        assertThat(posts.delivery(second).state).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_refusal_keeps_the_networks_words_and_tells_the_post() {
        var post = posts.dueNow(BLUESKY);
        bluesky.next(() -> new SendResult.Refused("text too long"));

        worker.workUntilQuiet();

        assertThat(posts.delivery(post).state).isEqualTo(DeliveryState.REFUSED);
        assertThat(posts.delivery(post).words).isEqualTo("text too long");
        eventually(() -> posts.stage(post) == Stage.NOT_SENT);
    }

    @Test
    void a_held_post_says_which_rule_holds_it_and_leaves_when_the_rule_lets_go() {
        gate.close();
        var post = posts.dueNow(HUB);

        worker.workUntilQuiet();
        var told = given.in(post.organisation(), () -> accounting.of(post))
                .deliveries()
                .getFirst();
        assertThat(told.delivery().state()).isEqualTo(DeliveryState.HELD);
        assertThat(told.wasAllowed()).isFalse();
        assertThat(told.reasons()).extracting(Shown.Reason::rule).containsExactly("post", "gate");
        assertThat(hub.asked()).isEmpty();

        gate.open();
        clock.advance(Duration.ofMinutes(1));
        worker.workUntilQuiet();
        told = given.in(post.organisation(), () -> accounting.of(post))
                .deliveries()
                .getFirst();
        assertThat(told.delivery().state()).isEqualTo(DeliveryState.SENT);
        assertThat(told.wasAllowed()).isTrue();
    }

    @Test
    void what_a_pause_held_leaves_when_it_is_released() {
        gate.close();
        var post = posts.dueNow(HUB);
        worker.workUntilQuiet();
        assertThat(posts.delivery(post).nextAt).isAfter(clock.instant());

        gate.open();
        var released = clock.instant();
        given.in(post.organisation(), () -> {
            events.publishEvent(new PauseReleased(post.organisation(), null, released));
            return true;
        });
        eventually(() -> posts.delivery(post).nextAt.isBefore(released.plusSeconds(5)));
        worker.workUntilQuiet();

        assertThat(posts.delivery(post).state).isEqualTo(DeliveryState.SENT);
    }

    @Test
    void a_post_cancelled_before_its_time_never_leaves() {
        var post = posts.due(clock.instant().plus(Duration.ofMinutes(10)), HUB);

        posts.cancel(post);
        eventually(() -> posts.delivery(post).state == DeliveryState.CANCELLED);
        clock.advance(Duration.ofMinutes(11));
        worker.workUntilQuiet();

        assertThat(hub.asked()).isEmpty();
    }

    @Test
    void what_was_in_flight_when_it_was_cancelled_comes_back_and_the_exposure_is_kept() {
        var post = posts.dueNow(BLUESKY);
        bluesky.next(() -> {
            posts.cancel(post);
            eventually(() -> posts.delivery(post).unwantedAt != null);
            return bluesky.accept();
        });

        worker.workUntilQuiet();

        var row = posts.delivery(post);
        assertThat(row.state).isEqualTo(DeliveryState.REMOVED);
        assertThat(bluesky.stands(row.key)).isFalse();
        assertThat(given.in(post.organisation(), () -> history.exposures(row.id)))
                .singleElement()
                .satisfies(exposed -> assertThat(exposed.until()).isNotNull());
        assertThat(posts.stage(post)).isEqualTo(Stage.CANCELLED);
    }

    @Test
    void an_absence_is_checked_again_after_one_ten_and_sixty_minutes() {
        var post = posts.dueNow(BLUESKY);
        worker.workUntilQuiet();
        given.run(posts.farah(), () -> deliveries.takeDown(post, posts.farah()));
        worker.workUntilQuiet();
        var row = posts.delivery(post);
        assertThat(row.state).isEqualTo(DeliveryState.REMOVED);
        eventually(() -> posts.stage(post) == Stage.TAKEN_DOWN);

        clock.advance(Duration.ofMinutes(1));
        worker.workUntilQuiet();
        bluesky.appears(row.key); // a request that was under way arrives after the removal
        clock.advance(Duration.ofMinutes(9));
        worker.workUntilQuiet();
        assertThat(bluesky.stands(row.key)).isFalse();
        for (var minutes : List.of(1, 9, 50)) {
            clock.advance(Duration.ofMinutes(minutes));
            worker.workUntilQuiet();
        }

        assertThat(posts.delivery(post).nextAt).isNull();
        assertThat(given.in(post.organisation(), () -> history.of(row.id)))
                .extracting(Shown.Happened::what)
                .containsSequence(
                        Step.TAKE_DOWN_ASKED,
                        Step.PROVEN_ABSENT,
                        Step.PROVEN_ABSENT,
                        Step.STOOD_AGAIN,
                        Step.PROVEN_ABSENT,
                        Step.PROVEN_ABSENT,
                        Step.PROVEN_ABSENT,
                        Step.PROVEN_ABSENT);
    }

    @Test
    void a_late_delivery_raises_an_alarm_that_names_the_cause() {
        gate.close();
        var post = posts.dueNow(HUB);
        worker.workUntilQuiet();

        clock.advance(Duration.ofMinutes(5).plusSeconds(1));
        worker.workUntilQuiet();

        var alarms = given.in(
                post.organisation(),
                () -> jdbc.sql("select cause from late_alarm where delivery_id = :id")
                        .param("id", posts.delivery(post).id.value())
                        .query(String.class)
                        .list());
        assertThat(alarms).containsExactly("test.gate.closed");
    }

    @Test
    void a_disconnected_account_keeps_its_posts_until_somebody_connects_it() {
        var post = posts.dueNow(BLUESKY);
        bluesky.next(() -> new SendResult.Disconnected("invalid password"));

        worker.workUntilQuiet();

        assertThat(posts.delivery(post).state).isEqualTo(DeliveryState.DISCONNECTED);
        assertThat(posts.delivery(post).nextAt).isNull();
    }

    @Test
    void everything_is_in_the_record() {
        var post = posts.dueNow(HUB);
        worker.workUntilQuiet();

        var actions = given.in(
                post.organisation(),
                () -> jdbc.sql("select action from audit_entry where object_id = :id order by id")
                        .param("id", posts.delivery(post).id.value())
                        .query(String.class)
                        .list());
        assertThat(actions).containsExactly("delivery.planned", "delivery.claimed", "delivery.sent");
    }
}
