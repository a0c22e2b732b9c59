package org.hearten.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WordsTests {
    private static final Instant NOW = Instant.parse("2026-11-24T13:00:00Z");
    private final Words english =
            new Words(new Messages(), Language.EN, ZoneId.of("Asia/Kolkata"), Clock.fixed(NOW, ZoneId.of("UTC")));
    private final Words hindi = english.in(Language.HI);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0|0",
                "999|999",
                "1000|1,000",
                "99999|99,999",
                "100000|1,00,000",
                "1234567|12,34,567",
                "123456789|12,34,56,789",
                "-1234|-1,234"
            })
    void numbers_are_grouped_the_indian_way(long value, String said) {
        assertThat(english.number(value)).isEqualTo(said);
        assertThat(hindi.number(value)).isEqualTo(said);
    }

    @Test
    void numbers_are_grouped_as_the_facilitys_country_does() {
        assertThat(english.at(ZoneId.of("America/Chicago")).number(1234567)).isEqualTo("1,234,567");
        assertThat(hindi.at(ZoneId.of("America/Chicago")).number(1234)).isEqualTo("1,234");
        assertThat(english.at(ZoneId.of("UTC")).number(1234567)).isEqualTo("1,234,567");
    }

    @Test
    void a_time_is_the_readers_time() {
        assertThat(english.time(NOW)).isEqualTo("6:30 pm");
        assertThat(hindi.time(NOW)).isEqualTo("शाम 6:30 बजे");
        assertThat(english.zoneName()).isEqualTo("IST");
        assertThat(english.exact(NOW)).isEqualTo("2026-11-24T18:30:00+05:30");
    }

    @Test
    void a_day_is_a_day_there() {
        assertThat(english.day(Instant.parse("2026-11-24T20:00:00Z"))).isEqualTo("25 Nov 2026");
        assertThat(hindi.day(NOW)).startsWith("24 ").endsWith(" 2026").doesNotContain("Nov");
        assertThat(english.moment(Instant.parse("2026-11-24T20:00:00Z"))).isEqualTo("Tomorrow, 1:30 am");
    }

    @Test
    void near_times_are_said_from_here() {
        assertThat(english.ago(NOW.minusSeconds(20))).isEqualTo("just now");
        assertThat(english.ago(NOW.minusSeconds(1200))).isEqualTo("20 min ago");
        assertThat(english.ago(NOW.plusSeconds(9 * 3600))).isEqualTo("in 9 h");
        assertThat(english.ago(NOW.minusSeconds(2 * 86400))).isEqualTo("2 days ago");
        assertThat(hindi.ago(NOW.minusSeconds(2 * 86400))).isEqualTo("2 दिन पहले");
        assertThat(english.ago(NOW.minusSeconds(30L * 86400))).isEqualTo("25 Oct 2026");
    }

    @Test
    void an_enum_has_words_of_its_own() {
        assertThat(english.of(Place.APPROVALS)).isEqualTo("Approvals");
        assertThat(hindi.of(Place.APPROVALS)).isEqualTo("मंज़ूरी");
    }

    @Test
    void a_message_nobody_wrote_is_its_own_key() {
        assertThat(english.of("web.nobody.wrote.this")).isEqualTo("web.nobody.wrote.this");
    }
}
