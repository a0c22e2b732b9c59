package org.hearten.publishing;

import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.springframework.stereotype.Component;

/** Waits that double and are never equal, so that a thousand deliveries do not knock at the same moment. */
@Component
class Backoff {
    private static final int MOST_DOUBLINGS = 20;

    private final PublishingSettings settings;
    private final RandomGenerator random = RandomGenerator.getDefault();

    Backoff(PublishingSettings settings) {
        this.settings = settings;
    }

    /** @param failures how often it was tried in vain, this time included */
    Instant retry(Instant now, int failures) {
        return now.plus(jittered(grown(settings.firstRetry(), failures, settings.longestRetry())));
    }

    Instant held(Instant now, int holds) {
        return now.plus(jittered(grown(settings.heldAgain(), holds, settings.heldLongest())));
    }

    /** A network that asked for quiet is not woken by everyone in the same second. */
    Instant after(Instant until) {
        return until.plus(jittered(Duration.ofSeconds(4)));
    }

    private static Duration grown(Duration first, int failures, Duration longest) {
        var factor = 1L << Math.clamp(failures - 1L, 0, MOST_DOUBLINGS);
        var wait = first.multipliedBy(factor);
        return wait.compareTo(longest) < 0 ? wait : longest;
    }

    /** Between half of it and all of it. */
    private Duration jittered(Duration wait) {
        var half = wait.toMillis() / 2;
        return Duration.ofMillis(half + random.nextLong(half + 1));
    }
}
