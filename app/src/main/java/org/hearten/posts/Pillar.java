package org.hearten.posts;

import java.time.LocalDate;
import java.util.Locale;

/** The kind of content that the strategy balances. Stored by name. Decides who must approve. */
public enum Pillar {
    EDUCATION("stethoscope", 12),
    PREVENTION("shield-plus", 24),
    PATIENT_STORY("heart", 36),
    OUR_PEOPLE("heart-handshake", 36),
    SERVICES("map-pin", 24),
    COMMUNITY("users-round", 36);

    private final String icon;
    private final int reviewMonths;

    Pillar(String icon, int reviewMonths) {
        this.icon = icon;
        this.reviewMonths = reviewMonths;
    }

    /** How long its words may stand before somebody looks at them again; keep in step with V5__review_by.sql. */
    LocalDate reviewBy(LocalDate written) {
        return written.plusMonths(reviewMonths);
    }

    public String icon() {
        return icon;
    }

    /** As the stylesheet and addresses know it: {@code our-people}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
