package org.hearten.inbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a page of the list ends and the next begins. */
record Bookmark(int urgency, Instant at, UUID id) {
    private static final UUID LAST = UUID.fromString("ffffffff-ffff-ffff-ffff-ffffffffffff");

    static Bookmark first(Shown shown) {
        return shown == Shown.CLOSED
                ? new Bookmark(0, Instant.parse("9999-01-01T00:00:00Z"), LAST)
                : new Bookmark(0, Instant.EPOCH, new UUID(0, 0));
    }

    static Bookmark after(Conversation last) {
        var closed = last.closedAt();
        return new Bookmark(
                last.urgency(),
                closed == null ? last.dueAt() : closed,
                last.id().value());
    }

    /** A bookmark that cannot be read begins again at the top. */
    static Bookmark of(@Nullable String word, Shown shown) {
        try {
            var parts = word == null ? new String[0] : word.split("_");
            return parts.length == 3
                    ? new Bookmark(
                            Integer.parseInt(parts[0]), micros(Long.parseLong(parts[1])), UUID.fromString(parts[2]))
                    : first(shown);
        } catch (IllegalArgumentException | DateTimeException unreadable) {
            return first(shown);
        }
    }

    String word() {
        var micros = at.getEpochSecond() * 1_000_000 + at.getNano() / 1_000;
        return urgency + "_" + micros + "_" + id;
    }

    private static Instant micros(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000), Math.floorMod(micros, 1_000_000) * 1_000L);
    }
}
