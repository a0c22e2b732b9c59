package org.hearten.inbox;

import jakarta.servlet.http.HttpServletRequest;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.web.Place;
import org.hearten.web.WaitingSource;
import org.springframework.stereotype.Component;

/** The number beside "Inbox" in the menu. */
@Component
class WaitingInTheInbox implements WaitingSource {
    private final Inbox inbox;

    WaitingInTheInbox(Inbox inbox) {
        this.inbox = inbox;
    }

    @Override
    public Place place() {
        return Place.INBOX;
    }

    @Override
    public int waiting(HttpServletRequest request) {
        return SignedIn.of(request)
                .map(me -> inbox.needReply(
                        me.facilities(Role.COMMUNITY_MANAGER), me.person().value()))
                .orElse(0);
    }
}
