package org.hearten.channels.bluesky;

import java.util.Optional;
import org.hearten.channels.AccountId;
import org.hearten.channels.Trouble;
import org.jspecify.annotations.Nullable;

/** What is remembered of an account between two calls: its session, and how it is doing. */
interface AccountKeeper {
    /** @param refusal the network's words when it last refused the credentials; null while they are good */
    record Kept(Session session, @Nullable String refusal) {}

    Optional<Kept> find(AccountId account);

    /**
     * Keeps the fresh session in the place of the one it was made from. If another was put there in the meantime (a
     * person connected the account again), that one stays.
     *
     * @return the session that now stands
     */
    Session replace(AccountId account, Session stale, Session fresh);

    void working(AccountId account);

    void troubled(AccountId account, Trouble trouble);

    void refused(AccountId account, Session session, String words);
}
