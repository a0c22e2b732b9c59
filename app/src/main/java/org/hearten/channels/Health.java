package org.hearten.channels;

import java.time.Instant;

/** How an account is doing. Only a network that refuses the credentials disconnects it; trouble on the way never does. */
public sealed interface Health {
    /** When it became so. */
    Instant since();

    record Working(Instant since) implements Health {}

    /** The network is slow, down or limiting us: Hearten keeps trying by itself. */
    record Troubled(Trouble trouble, Instant since) implements Health {}

    /** The network no longer accepts the credentials: a person must connect the account again. */
    record Disconnected(String words, Instant since) implements Health {}
}
