package org.hearten.insights;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import org.hearten.channels.Counts;
import org.hearten.channels.Network;
import org.junit.jupiter.api.Test;

class ScheduleTests {
    private static final Instant SENT = Instant.parse("2026-11-24T13:00:00Z");

    @Test
    void a_young_post_is_counted_often_and_an_old_one_once_a_day_for_thirty_days() {
        var ages = new ArrayList<Duration>();
        for (var next = Schedule.next(SENT, SENT); next != null; next = Schedule.next(SENT, next)) {
            ages.add(Duration.between(SENT, next));
        }

        assertThat(ages)
                .startsWith(
                        Duration.ofMinutes(5),
                        Duration.ofMinutes(15),
                        Duration.ofHours(1),
                        Duration.ofHours(3),
                        Duration.ofHours(6),
                        Duration.ofDays(1),
                        Duration.ofDays(2))
                .endsWith(Duration.ofDays(30))
                .hasSize(35);
    }

    @Test
    void times_missed_while_hearten_was_off_are_not_caught_up() {
        assertThat(Schedule.next(SENT, SENT.plus(Duration.ofHours(5)))).isEqualTo(SENT.plus(Duration.ofHours(6)));
        assertThat(Schedule.next(SENT, SENT.plus(Duration.ofDays(31)))).isNull();
    }

    @Test
    void the_curve_is_to_scale_in_both_directions() {
        var numbers = new PostNumbers(
                Network.BLUESKY,
                java.util.List.of(
                        new Snapshot(SENT, new Counts(0, 0, 0, 0)),
                        new Snapshot(SENT.plusSeconds(60), new Counts(1, 1, 0, 0)),
                        new Snapshot(SENT.plusSeconds(120), new Counts(2, 1, 1, 0))));

        assertThat(numbers.curve()).isEqualTo("2.0,26.0 60.0,14.0 118.0,2.0");
    }
}
