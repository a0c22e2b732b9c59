package org.hearten.approvals;

import jakarta.servlet.http.HttpServletRequest;
import org.hearten.people.SignedIn;
import org.hearten.web.Place;
import org.hearten.web.WaitingSource;
import org.springframework.stereotype.Component;

/** How many posts wait for the reader's yes. */
@Component
class WaitingForMe implements WaitingSource {
    private final Approvals approvals;

    WaitingForMe(Approvals approvals) {
        this.approvals = approvals;
    }

    @Override
    public Place place() {
        return Place.APPROVALS;
    }

    @Override
    public int waiting(HttpServletRequest request) {
        return SignedIn.of(request)
                .map(me -> approvals.waitingFor(me.person(), me.facilities()).size())
                .orElse(0);
    }
}
