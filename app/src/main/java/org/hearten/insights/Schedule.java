package org.hearten.insights;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** When a post is counted: often while it is young, once a day later, and no more after thirty days. */
final class Schedule {
    private static final List<Duration> YOUNG = List.of(
            Duration.ofMinutes(5),
            Duration.ofMinutes(15),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6));
    private static final Duration DAY = Duration.ofDays(1);
    private static final int DAYS = 30;

    private Schedule() {}

    /** The first time after now, or null when all of them are over. Missed times are not caught up: the numbers are gone. */
    static @Nullable Instant next(Instant sentAt, Instant now) {
        for (var age : YOUNG) {
            if (sentAt.plus(age).isAfter(now)) {
                return sentAt.plus(age);
            }
        }
        for (int day = 1; day <= DAYS; day++) {
            var time = sentAt.plus(DAY.multipliedBy(day));
            if (time.isAfter(now)) {
                return time;
            }
        }
        return null;
    }
}
