package org.hearten.web;

/** A place in the menu, in the order of the menu. The letter after G goes there. */
public enum Place {
    TODAY("/", "sun", 't', false),
    INBOX("/inbox", "inbox", 'i', false),
    CALENDAR("/calendar", "calendar-days", 'c', true),
    POSTS("/posts", "square-pen", 'p', false),
    APPROVALS("/approvals", "badge-check", 'a', false),
    CHANNELS("/channels", "plug", 'h', true),
    PEOPLE("/people", "users-round", 'u', false),
    AUDIT("/audit", "scroll-text", 'l', false);

    private final String path;
    private final String icon;
    private final char letter;
    private final boolean startsGroup;

    Place(String path, String icon, char letter, boolean startsGroup) {
        this.path = path;
        this.icon = icon;
        this.letter = letter;
        this.startsGroup = startsGroup;
    }

    public String path() {
        return path;
    }

    public String icon() {
        return icon;
    }

    public char letter() {
        return letter;
    }

    public boolean startsGroup() {
        return startsGroup;
    }
}
