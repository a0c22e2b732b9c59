package org.hearten.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClockTests {
    @Test
    void the_house_knows_no_finer_time_than_its_database_keeps() {
        var clock = new StartConfiguration().clock();

        assertThat(Stream.generate(clock::instant).limit(10_000))
                .allSatisfy(moment -> assertThat(moment).isEqualTo(moment.truncatedTo(ChronoUnit.MICROS)));
        assertThat(clock.instant())
                .isBetween(Instant.now().minusSeconds(5), Instant.now().plusSeconds(5));
    }
}
