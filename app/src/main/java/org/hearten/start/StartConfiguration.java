package org.hearten.start;

import java.time.Clock;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.Environment;

@AutoConfiguration
class StartConfiguration {
    @Bean
    @ConditionalOnMissingBean
    Clock clock() {
        return Clock.systemUTC();
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
