package org.hearten.insights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.SettableClock;
import org.hearten.channels.AccountId;
import org.hearten.channels.Channels;
import org.hearten.channels.Counts;
import org.hearten.channels.Network;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.ScriptedChannels;
import org.hearten.posts.PostId;
import org.hearten.posts.PostTakenDown;
import org.hearten.publishing.DeliveryId;
import org.hearten.tenancy.Ids;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.test.context.TestPropertySource;

@HeartenTest
@Import({Given.class, InsightsModuleTests.Networks.class})
@TestPropertySource(properties = {"hearten.insights.worker=false", "hearten.publishing.worker=false"})
class InsightsModuleTests {
    private static final Counted BLUESKY = new Counted();

    @TestConfiguration(proxyBeanMethods = false)
    static class Networks {
        @Bean
        @Primary
        Channels countedChannels() {
            return ScriptedChannels.of(BLUESKY);
        }
    }

    @Autowired
    Given given;

    @Autowired
    Numbers numbers;

    @Autowired
    Counting counting;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    SettableClock clock;

    @BeforeEach
    void nothingIsDue() {
        BLUESKY.answers.clear();
        BLUESKY.silent = false;
        clock.advance(Duration.ofDays(31));
        while (counting.countWhatIsDue() > 0) {
            // what other tests left
        }
    }

    @Test
    void a_published_post_is_counted_when_its_time_has_come_and_every_snapshot_stays() {
        var watched = watched();

        assertThat(counting.countWhatIsDue()).isZero();
        BLUESKY.says(watched, new Counts(3, 1, 2, 0));
        clock.advance(Duration.ofMinutes(5));
        counting.countWhatIsDue();
        BLUESKY.says(watched, new Counts(9, 4, 2, 1));
        clock.advance(Duration.ofMinutes(10));
        counting.countWhatIsDue();

        assertThat(snapshots(watched))
                .extracting(Snapshot::counts)
                .containsExactly(new Counts(3, 1, 2, 0), new Counts(9, 4, 2, 1));
    }

    @Test
    void watching_twice_is_watching_once() {
        var watched = watched();

        watch(watched);
        BLUESKY.says(watched, new Counts(1, 0, 0, 0));
        clock.advance(Duration.ofMinutes(5));

        assertThat(counting.countWhatIsDue()).isEqualTo(1);
        assertThat(snapshots(watched)).hasSize(1);
    }

    @Test
    void a_silent_network_loses_no_number_but_the_missed_one() {
        var watched = watched();

        BLUESKY.silent = true;
        clock.advance(Duration.ofMinutes(5));
        counting.countWhatIsDue();
        assertThat(snapshots(watched)).isEmpty();

        BLUESKY.silent = false;
        BLUESKY.says(watched, new Counts(2, 0, 0, 0));
        clock.advance(Duration.ofHours(1));
        counting.countWhatIsDue();
        assertThat(snapshots(watched)).hasSize(1);
    }

    @Test
    void what_was_taken_down_is_counted_no_more_and_its_numbers_stay() {
        var watched = watched();
        BLUESKY.says(watched, new Counts(5, 0, 0, 0));
        clock.advance(Duration.ofMinutes(5));
        counting.countWhatIsDue();

        given.in(watched.post().organisation(), () -> {
            events.publishEvent(new PostTakenDown(watched.post(), clock.instant()));
            return true;
        });
        await().until(() -> given.in(watched.post().organisation(), () -> numbers.of(watched.post()))
                        .getFirst()
                        .nextAt()
                == null);
        clock.advance(Duration.ofDays(1));

        assertThat(counting.countWhatIsDue()).isZero();
        assertThat(snapshots(watched)).hasSize(1);
    }

    @Test
    void another_organisation_sees_none_of_it() {
        var watched = watched();

        assertThat(given.in(given.lakeside().organisation(), () -> numbers.of(watched.post())))
                .isEmpty();
    }

    private Watched watched() {
        var organisation = given.narmada().organisation();
        var sent = clock.instant();
        var watched = new Watched(
                new DeliveryId(organisation, Ids.next()),
                new PostId(organisation, Ids.next()),
                new AccountId(organisation, Ids.next()),
                Network.BLUESKY,
                new NetworkRef("at://" + Ids.next(), null, "https://network.example/post"),
                sent,
                Schedule.next(sent, sent));
        watch(watched);
        return watched;
    }

    private void watch(Watched watched) {
        given.in(watched.post().organisation(), () -> {
            numbers.watch(List.of(watched));
            return true;
        });
    }

    private List<Snapshot> snapshots(Watched watched) {
        return given.in(watched.post().organisation(), () -> numbers.snapshots(watched.delivery()));
    }
}
