package org.hearten.inbox;

import org.springframework.scheduling.annotation.Async;
import org.springframework.stereotype.Component;
import org.springframework.transaction.event.TransactionalEventListener;

/** An answer leaves as soon as it is written. It runs outside any transaction: the network may take its time. */
@Component
class SendWhatWasWritten {
    private final ReplySender sender;

    SendWhatWasWritten(ReplySender sender) {
        this.sender = sender;
    }

    @Async
    @TransactionalEventListener
    public void on(ReplyWritten written) {
        sender.attempt(written.reply());
    }
}
