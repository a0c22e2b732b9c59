package org.hearten.calendar;

import java.time.LocalDate;

/**
 * A day, a week or a month that the world keeps for a health topic.
 *
 * @param key names it in addresses
 * @param region where it is kept: US, IN, MP (Madhya Pradesh) or Global
 * @param keeper who calls for it
 */
public record Observance(
        String key,
        String nameEnglish,
        String nameHindi,
        String themeEnglish,
        String themeHindi,
        String region,
        String keeper,
        LocalDate first,
        LocalDate last) {
    private static final int LONGEST_WEEK = 16;

    public String name(String language) {
        return language.equals("hi") && !nameHindi.isBlank() ? nameHindi : nameEnglish;
    }

    public String theme(String language) {
        return language.equals("hi") && !themeHindi.isBlank() ? themeHindi : themeEnglish;
    }

    public boolean oneDay() {
        return first.equals(last);
    }

    /** Too long to stand on one day: shown once above the month. */
    public boolean isLong() {
        return first.plusDays(LONGEST_WEEK).isBefore(last);
    }
}
