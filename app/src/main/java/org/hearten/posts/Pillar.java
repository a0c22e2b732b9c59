package org.hearten.posts;

import java.util.Locale;

/** The kind of content that the strategy balances. Stored by name. Decides who must approve. */
public enum Pillar {
    EDUCATION("stethoscope"),
    PREVENTION("shield-plus"),
    PATIENT_STORY("heart"),
    OUR_PEOPLE("heart-handshake"),
    SERVICES("map-pin"),
    COMMUNITY("users-round");

    private final String icon;

    Pillar(String icon) {
        this.icon = icon;
    }

    public String icon() {
        return icon;
    }

    /** As the stylesheet and addresses know it: {@code our-people}. */
    public String slug() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
