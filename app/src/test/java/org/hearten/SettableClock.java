package org.hearten;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** Time stands still at the moment the context was made, until a test moves it. */
public final class SettableClock extends Clock {
    private final AtomicReference<Instant> now = new AtomicReference<>(realNow());
    private final ZoneId zone;

    public SettableClock() {
        this(ZoneOffset.UTC);
    }

    private SettableClock(ZoneId zone) {
        this.zone = zone;
    }

    public void set(Instant instant) {
        now.set(instant);
    }

    public void advance(Duration step) {
        now.updateAndGet(instant -> instant.plus(step));
    }

    public void backToRealTime() {
        now.set(realNow());
    }

    @Override
    public Instant instant() {
        return now.get();
    }

    @Override
    public ZoneId getZone() {
        return zone;
    }

    @Override
    public Clock withZone(ZoneId other) {
        var clock = this;
        return new Clock() {
            @Override
            public Instant instant() {
                return clock.instant();
            }

            @Override
            public ZoneId getZone() {
                return other;
            }

            @Override
            public Clock withZone(ZoneId another) {
                return clock.withZone(another);
            }
        };
    }

    /** PostgreSQL keeps microseconds: what was written must equal what is read. */
    private static Instant realNow() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    @TestConfiguration(proxyBeanMethods = false)
    public static class InTests {
        @Bean
        @Primary
        SettableClock settableClock() {
            return new SettableClock();
        }
    }
}
