package org.hearten.insights;

import java.time.Instant;
import org.hearten.channels.Counts;

/** What the network counted at one moment. */
public record Snapshot(Instant at, Counts counts) {
    /** Everything people did with it: the formula is written beside the number. */
    public long responses() {
        return counts.likes() + counts.reposts() + counts.replies() + counts.quotes();
    }
}
