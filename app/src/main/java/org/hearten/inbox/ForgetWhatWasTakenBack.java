package org.hearten.inbox;

import java.time.Clock;
import org.hearten.hub.CommentWithdrawn;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Words that their writer took back are gone here too. */
@Component
class ForgetWhatWasTakenBack {
    private final Messages messages;
    private final Conversations conversations;
    private final Clock clock;

    ForgetWhatWasTakenBack(Messages messages, Conversations conversations, Clock clock) {
        this.messages = messages;
        this.conversations = conversations;
        this.clock = clock;
    }

    @ApplicationModuleListener
    public void on(CommentWithdrawn withdrawn) {
        var now = clock.instant();
        messages.withdraw(withdrawn.organisation(), withdrawn.comment().ref(), now)
                .forEach(conversation -> conversations.emptied(conversation, now));
    }
}
