package org.hearten.channels.bluesky;

import java.util.Optional;
import org.hearten.channels.AccountId;
import org.hearten.channels.Accounts;
import org.hearten.channels.Health;
import org.hearten.channels.Network;
import org.hearten.channels.Trouble;
import org.hearten.facilities.FacilityId;
import org.hearten.keys.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.json.JsonMapper;

/** Rows of {@code bluesky_session}: a session leaves this class only opened, and reaches the database only sealed. */
@Repository
@Transactional
class StoredAccounts implements AccountKeeper {
    private static final String CONTEXT = "bluesky_session.sealed";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final JsonMapper json;
    private final Accounts accounts;

    StoredAccounts(JdbcClient jdbc, Keys keys, JsonMapper json, Accounts accounts) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.json = json;
        this.accounts = accounts;
    }

    AccountId connect(FacilityId facility, Session session, String displayName) {
        var account = accounts.connect(facility, Network.BLUESKY, session.did(), session.handle(), displayName);
        jdbc.sql("""
                insert into bluesky_session (organisation_id, account_id, sealed)
                values (:organisation, :account, :sealed)
                on conflict (organisation_id, account_id) do update set sealed = excluded.sealed
                """)
                .param("organisation", account.organisation().value())
                .param("account", account.value())
                .param("sealed", seal(account, session))
                .update();
        return account;
    }

    @Override
    @Transactional(readOnly = true)
    public Optional<Kept> find(AccountId account) {
        return jdbc.sql("""
                select sealed
                  from bluesky_session
                 where organisation_id = :organisation and account_id = :account
                """)
                .param("organisation", account.organisation().value())
                .param("account", account.value())
                .query(byte[].class)
                .optional()
                .map(sealed -> new Kept(
                        open(account, sealed),
                        accounts.get(account).health() instanceof Health.Disconnected(var words, _) ? words : null));
    }

    @Override
    public Session replace(AccountId account, Session stale, Session fresh) {
        var standing = hold(account).orElse(null);
        if (standing == null || !standing.equals(stale)) {
            return standing == null ? fresh : standing;
        } else {
            jdbc.sql("""
                    update bluesky_session
                       set sealed = :sealed
                     where organisation_id = :organisation and account_id = :account
                    """)
                    .param("organisation", account.organisation().value())
                    .param("account", account.value())
                    .param("sealed", seal(account, fresh))
                    .update();
            return fresh;
        }
    }

    @Override
    public void working(AccountId account) {
        accounts.markWorking(account);
    }

    @Override
    public void troubled(AccountId account, Trouble trouble) {
        accounts.markTroubled(account, trouble);
    }

    @Override
    public void refused(AccountId account, Session session, String words) {
        // Refused credentials that a person has meanwhile replaced say nothing about the new ones.
        if (hold(account).filter(session::equals).isPresent()) accounts.markDisconnected(account, words);
    }

    /** Until the transaction ends, nobody else changes this session. */
    private Optional<Session> hold(AccountId account) {
        return jdbc.sql("""
                select sealed
                  from bluesky_session
                 where organisation_id = :organisation and account_id = :account
                   for update
                """)
                .param("organisation", account.organisation().value())
                .param("account", account.value())
                .query(byte[].class)
                .optional()
                .map(sealed -> open(account, sealed));
    }

    private byte[] seal(AccountId account, Session session) {
        return keys.seal(account.organisation(), CONTEXT, json.writeValueAsBytes(session));
    }

    private Session open(AccountId account, byte[] sealed) {
        return json.readValue(keys.open(account.organisation(), CONTEXT, sealed), Session.class);
    }
}
