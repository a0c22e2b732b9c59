package org.hearten.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ObservancesTests {
    private final Observances observances = new Observances();

    @Test
    void each_is_named_in_both_languages_and_says_who_calls_for_it() {
        assertThat(observances.all()).hasSizeGreaterThan(200).allSatisfy(each -> {
            assertThat(each.nameEnglish()).isNotBlank();
            assertThat(each.nameHindi()).matches(".*\\p{IsDevanagari}.*");
            assertThat(each.themeEnglish()).isNotBlank();
            assertThat(each.themeHindi()).isNotBlank();
            assertThat(each.keeper()).isNotBlank();
            assertThat(each.region()).isIn("US", "IN", "MP", "Global");
            assertThat(each.last()).isAfterOrEqualTo(each.first());
        });
        assertThat(observances.all()).extracting(Observance::key).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(ints = {2026, 2027})
    void days_that_move_fall_where_their_rule_puts_them(int year) {
        assertThat(first("world-kidney-day", year)).isEqualTo(nth(year, Month.MARCH, 2, DayOfWeek.THURSDAY));
        assertThat(first("world-asthma-day", year)).isEqualTo(nth(year, Month.MAY, 1, DayOfWeek.TUESDAY));
        assertThat(first("world-sight-day", year)).isEqualTo(nth(year, Month.OCTOBER, 2, DayOfWeek.THURSDAY));
        assertThat(first("world-copd-day", year)).isEqualTo(nth(year, Month.NOVEMBER, 3, DayOfWeek.WEDNESDAY));
        assertThat(first("great-american-smokeout", year)).isEqualTo(nth(year, Month.NOVEMBER, 3, DayOfWeek.THURSDAY));
        assertThat(first("national-wear-red-day", year)).isEqualTo(nth(year, Month.FEBRUARY, 1, DayOfWeek.FRIDAY));
        assertThat(first("national-womens-health-week", year)).isEqualTo(nth(year, Month.MAY, 2, DayOfWeek.SUNDAY));
        assertThat(first("world-leprosy-day", year))
                .isEqualTo(LocalDate.of(year, 1, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.SUNDAY)));
        assertThat(first("rare-disease-day", year)).isEqualTo(LocalDate.of(year, 2, 28));
        assertThat(first("world-diabetes-day-childrens-day", year)).isEqualTo(LocalDate.of(year, 11, 14));
    }

    @Test
    void bhopal_sees_its_own_and_the_worlds_and_lakeside_its_own() {
        var december = LocalDate.of(2026, 12, 1);
        var bhopal = observances.between(december, december.plusDays(30), List.of("IN"));
        var lakeside = observances.between(december, december.plusDays(30), List.of("US"));

        assertThat(bhopal)
                .extracting(Observance::nameEnglish)
                .contains("Bhopal Gas Tragedy Remembrance", "World AIDS Day")
                .doesNotContain("National Influenza Vaccination Week");
        assertThat(lakeside)
                .extracting(Observance::nameEnglish)
                .contains("National Influenza Vaccination Week", "World AIDS Day")
                .doesNotContain("Bhopal Gas Tragedy Remembrance");
    }

    private LocalDate first(String key, int year) {
        return observances.find(key + "-" + year).orElseThrow().first();
    }

    private static LocalDate nth(int year, Month month, int number, DayOfWeek day) {
        return LocalDate.of(year, month, 1).with(TemporalAdjusters.dayOfWeekInMonth(number, day));
    }
}
