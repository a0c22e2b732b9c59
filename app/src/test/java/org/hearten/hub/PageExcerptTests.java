package org.hearten.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PageExcerptTests {
    private static final Instant NOON = Instant.parse("2026-11-24T06:30:00Z");

    @Test
    void a_short_post_is_its_own_excerpt_on_one_line() {
        assertThat(saying("  High fever.\n\n\tCome on the first day.  ").excerpt())
                .isEqualTo("High fever. Come on the first day.");
        assertThat(saying("").excerpt()).isEmpty();
    }

    @Test
    void a_long_post_is_cut_between_two_words() {
        assertThat(saying("fever ".repeat(40)).excerpt()).endsWith("fever…").doesNotContain("  ");
        assertThat(saying("बुखार".repeat(40)).excerpt()).hasSize(161).endsWith("…");
    }

    @Test
    void exactly_as_long_as_an_excerpt_is_not_cut() {
        assertThat(saying("a".repeat(160) + " \n").excerpt()).isEqualTo("a".repeat(160));
    }

    @ParameterizedTest
    @CsvSource({"0, 1", "1, 1", "180, 1", "181, 2", "900, 5"})
    void reading_takes_a_minute_for_180_words(int words, int minutes) {
        assertThat(saying("  " + "बुखार \n".repeat(words)).minutes()).isEqualTo(minutes);
    }

    private static Page saying(String body) {
        return new Page(
                new PageId(new OrganisationId(Ids.next()), Ids.next()),
                "en",
                "Dengue",
                body,
                List.of(),
                List.of(),
                null,
                NOON,
                NOON,
                0);
    }
}
