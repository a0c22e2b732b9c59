package org.hearten.inbox;

import org.hearten.channels.Accounts;
import org.hearten.channels.Network;
import org.hearten.hub.CommentWritten;
import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** A comment on the Hub is heard at once; the other networks are asked every so often. */
@Component
class HearWhatVisitorsWrite {
    private final Accounts accounts;
    private final Listening listening;

    HearWhatVisitorsWrite(Accounts accounts, Listening listening) {
        this.accounts = accounts;
        this.listening = listening;
    }

    @Async
    @TransactionalEventListener
    public void on(CommentWritten written) {
        accounts.of(written.facility()).stream()
                .filter(account -> account.network() == Network.HUB)
                .forEach(listening::listen);
    }
}
