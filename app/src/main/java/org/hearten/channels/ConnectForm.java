package org.hearten.channels;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a person typed to connect an account, the password never among it, and what stood in the way.
 *
 * @param problem a message's key, or null
 * @param words what the network itself said about it
 */
public record ConnectForm(
        @Nullable UUID facility,
        String handle,
        String server,
        @Nullable String problem,
        String words) {}
