package org.hearten.start;

import java.time.Clock;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

@AutoConfiguration
class StartConfiguration {
    /** PostgreSQL keeps microseconds, and a moment must be the same when it is read again: a lease, for one, is compared. */
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.tick(Clock.systemUTC(), Duration.of(1, ChronoUnit.MICROS));
    }

    @Bean
    @ConditionalOnProperty(name = "hearten.ready-line", havingValue = "true", matchIfMissing = true)
    ReadyLine readyLine(Environment settings, ObjectProvider<StartNotes> notes) {
        return new ReadyLine(settings, notes.orderedStream().toList());
    }

    @Bean
    @ConditionalOnProperty("hearten.rehearsal")
    Rehearsal rehearsal() {
        return new Rehearsal();
    }
}
