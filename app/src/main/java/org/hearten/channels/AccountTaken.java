package org.hearten.channels;

import org.hearten.web.Refusal;
import org.springframework.http.HttpStatus;

/** One account speaks for one facility, or its answers would come home to two inboxes. */
public final class AccountTaken extends Refusal {
    AccountTaken() {
        super(HttpStatus.CONFLICT, "channels.taken");
    }
}
