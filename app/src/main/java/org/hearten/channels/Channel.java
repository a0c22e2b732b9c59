package org.hearten.channels;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One network. Call it outside a database transaction and on behalf of a caller of the account's organisation. Every call
 * is over within 40 seconds.
 */
public interface Channel {
    Network network();

    TextRules rules();

    SendKey mintKey(Instant now);

    /** Never called twice for a key, unless {@link #find} said {@link Lookup.Absent} in between or nothing had left. */
    SendResult send(AccountId account, SendKey key, Outgoing outgoing);

    /** Asks the network itself, never our memory. */
    Lookup find(AccountId account, SendKey key);

    /** Takes away what stands under the key. Safe to repeat, and safe when nothing stands there. */
    Removal remove(AccountId account, SendKey key, @Nullable NetworkRef ref);

    /**
     * The numbers of those that still stand, by {@link NetworkRef#uri}.
     *
     * @throws NetworkSilent when the network could not be asked
     */
    Map<String, Counts> counts(AccountId account, List<NetworkRef> refs);

    /**
     * What people said since the cursor; {@code null} begins. An item may come again: keep it by its {@code ref}.
     *
     * @throws NetworkSilent when the network could not be asked; the old cursor stays good
     */
    Hearing hear(AccountId account, @Nullable String cursor);
}
