package org.hearten.inbox;

import java.util.Arrays;
import java.util.Locale;

/** What the list shows; the lower-case word stands in the address. */
public enum Shown {
    NEEDS_REPLY,
    MINE,
    OPEN,
    CLOSED;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static Shown of(String word) {
        return Arrays.stream(values())
                .filter(each -> each.word().equals(word))
                .findFirst()
                .orElse(NEEDS_REPLY);
    }
}
