package org.hearten.channels.bluesky;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.hearten.channels.AccountId;
import org.hearten.channels.Trouble;

/** Keeps sessions in memory, with the promises of the stored ones. */
class RememberedAccounts implements AccountKeeper {
    final Map<AccountId, Kept> kept = new ConcurrentHashMap<>();
    final Map<AccountId, String> health = new ConcurrentHashMap<>();

    @Override
    public Optional<Kept> find(AccountId account) {
        return Optional.ofNullable(kept.get(account));
    }

    @Override
    public Session replace(AccountId account, Session stale, Session fresh) {
        return kept.compute(
                        account, (_, now) -> now == null || now.session().equals(stale) ? new Kept(fresh, null) : now)
                .session();
    }

    @Override
    public void working(AccountId account) {
        health.put(account, "working");
    }

    @Override
    public void troubled(AccountId account, Trouble trouble) {
        health.put(account, trouble.name());
    }

    @Override
    public void refused(AccountId account, Session session, String words) {
        kept.computeIfPresent(account, (_, now) -> now.session().equals(session) ? new Kept(session, words) : now);
        health.put(account, "refused: " + words);
    }
}
