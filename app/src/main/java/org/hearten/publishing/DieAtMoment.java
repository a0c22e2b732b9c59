package org.hearten.publishing;

import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Ends the process without a goodbye, as kill -9 would, when the moment named by {@code hearten.failpoint} is reached for
 * the n-th time: {@code accepted:7}. Does nothing when none is named, as outside the crash test.
 */
@Component
class DieAtMoment implements Moments {
    private static final int KILLED = 137;
    private static final int LONGEST_MILLIS_INTO_A_REQUEST = 12;

    private final @Nullable Moment fatal;
    private final AtomicInteger left;

    DieAtMoment(@Value("${hearten.failpoint:}") String failpoint) {
        var parts = failpoint.split(":", 2);
        this.fatal = failpoint.isBlank() ? null : Moment.valueOf(parts[0].toUpperCase(Locale.ROOT));
        this.left = new AtomicInteger(parts.length > 1 ? Integer.parseInt(parts[1]) : 1);
    }

    @Override
    public void reached(Moment moment) {
        if (moment == fatal && left.decrementAndGet() == 0) {
            if (moment == Moment.REQUESTED) {
                dieDuringTheRequest();
            } else {
                Runtime.getRuntime().halt(KILLED);
            }
        }
    }

    private static void dieDuringTheRequest() {
        Thread.ofPlatform().daemon().start(() -> {
            try {
                Thread.sleep((long) (Math.random() * LONGEST_MILLIS_INTO_A_REQUEST));
            } catch (InterruptedException ignored) {
                Thread.currentThread().interrupt();
            }
            Runtime.getRuntime().halt(KILLED);
        });
    }
}
