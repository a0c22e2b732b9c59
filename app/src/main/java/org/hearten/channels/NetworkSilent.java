package org.hearten.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A network could not be asked a question. Nothing is lost by asking later. */
public final class NetworkSilent extends RuntimeException {
    private final Trouble trouble;
    private final @Nullable Instant until;

    public NetworkSilent(Trouble trouble, @Nullable Instant until) {
        super("The network could not be asked: " + trouble);
        this.trouble = trouble;
        this.until = until;
    }

    public Trouble trouble() {
        return trouble;
    }

    /** When the network will listen again, if it said so. */
    public @Nullable Instant until() {
        return until;
    }
}
