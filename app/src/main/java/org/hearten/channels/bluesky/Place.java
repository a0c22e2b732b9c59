package org.hearten.channels.bluesky;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;

/**
 * Where listening goes on. The network hands notifications out newest first, in pages; we walk back to {@code heardUntil}.
 * A walk that is longer than one sitting is continued: {@code page} is the network's own cursor and {@code newest} what
 * {@code heardUntil} becomes when the walk is over.
 */
record Place(
        Instant heardUntil,
        @Nullable Instant newest,
        @Nullable String page) {
    /** How far back the first listening goes. */
    private static final Duration BEGINNING = Duration.ofDays(7);

    static Place of(@Nullable String cursor, Instant now) {
        if (cursor == null) return new Place(now.minus(BEGINNING), null, null);
        try {
            var parts = cursor.split(" ", 3);
            return parts.length == 3
                    ? new Place(Instant.parse(parts[0]), Instant.parse(parts[1]), parts[2])
                    : new Place(Instant.parse(parts[0]), null, null);
        } catch (DateTimeParseException foreign) {
            throw new IllegalArgumentException("This cursor was not given out by Bluesky's channel", foreign);
        }
    }

    String cursor() {
        return page == null ? heardUntil.toString() : heardUntil + " " + newest + " " + page;
    }
}
