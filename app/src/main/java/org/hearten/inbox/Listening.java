package org.hearten.inbox;

import java.time.Clock;
import java.util.Optional;
import org.hearten.channels.Account;
import org.hearten.channels.Channels;
import org.hearten.channels.Heard;
import org.hearten.channels.Hearing;
import org.hearten.channels.NetworkSilent;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Hears what is new on one account. The network is asked outside any transaction; what it said and the new cursor are
 * kept in one, so nothing is acknowledged before it is safe. What cannot be kept is set aside, and the stream goes on.
 */
@Component
class Listening {
    private static final Logger LOG = LoggerFactory.getLogger(Listening.class);
    /** A network with more than this many pages waiting is heard on at the next turn. */
    private static final int PAGES_A_TURN = 20;

    private final Channels channels;
    private final Ears ears;
    private final Arrivals arrivals;
    private final SetAside setAside;
    private final TransactionTemplate transaction;
    private final TransactionTemplate each;
    private final Clock clock;

    Listening(
            Channels channels,
            Ears ears,
            Arrivals arrivals,
            SetAside setAside,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.channels = channels;
        this.ears = ears;
        this.arrivals = arrivals;
        this.setAside = setAside;
        this.transaction = new TransactionTemplate(transactions);
        this.each = new TransactionTemplate(transactions);
        this.each.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
        this.clock = clock;
    }

    /** Called inside the organisation's walls and outside a transaction. */
    void listen(Account account) {
        try {
            for (int page = 0; page < PAGES_A_TURN && hear(account); page++) {
                // until the network has nothing more to say
            }
        } catch (NetworkSilent silent) {
            transaction.executeWithoutResult(
                    ignored -> ears.note(account.id(), String.valueOf(silent.getMessage()), clock.instant()));
        }
    }

    /** @return whether there may be more */
    private boolean hear(Account account) {
        var cursor = transaction.execute(ignored -> ears.cursor(account.id()));
        var from = cursor == null ? null : cursor.orElse(null);
        var hearing = channels.of(account.network()).hear(account.id(), from);
        var kept = Boolean.TRUE.equals(transaction.execute(ignored -> keep(account, from, hearing)));
        return kept && !hearing.items().isEmpty() && !hearing.nextCursor().equals(from);
    }

    /** Does nothing when another process listened meanwhile: its cursor is ahead of ours. */
    private boolean keep(Account account, @Nullable String from, Hearing hearing) {
        if (ears.hold(account.id(), clock.instant()).equals(Optional.ofNullable(from))) {
            for (var item : hearing.items()) {
                keep(account, item);
            }
            ears.moveTo(account.id(), hearing.nextCursor(), clock.instant());
            return true;
        } else {
            return false;
        }
    }

    private void keep(Account account, Heard item) {
        try {
            each.executeWithoutResult(ignored -> arrivals.take(account, item));
        } catch (RuntimeException poison) {
            LOG.atWarn()
                    .addKeyValue("account", account.id().value())
                    .addKeyValue("failure", poison.getClass().getSimpleName())
                    .log("a message was set aside");
            setAside.put(account.id(), item, poison.getClass().getSimpleName(), clock.instant());
        }
    }
}
