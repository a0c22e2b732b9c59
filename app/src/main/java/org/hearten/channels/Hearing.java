package org.hearten.channels;

import java.util.List;

/** What was heard, oldest first, and where to listen on. */
public record Hearing(List<Heard> items, String nextCursor) {
    public Hearing {
        items = List.copyOf(items);
    }
}
