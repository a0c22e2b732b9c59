package org.hearten.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A network could not be asked a question. Nothing is lost by asking later. */
public final class NetworkSilent extends RuntimeException {
    private final @Nullable Instant until;

    public NetworkSilent(String why, @Nullable Instant until) {
        super(why);
        this.until = until;
    }

    /** When the network will listen again, if it said so. */
    public @Nullable Instant until() {
        return until;
    }
}
