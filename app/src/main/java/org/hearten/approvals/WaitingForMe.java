package org.hearten.approvals;

import jakarta.servlet.http.HttpServletRequest;
import org.hearten.people.Grant;
import org.hearten.people.People;
import org.hearten.people.PersonId;
import org.hearten.tenancy.Tenancy;
import org.hearten.web.Place;
import org.hearten.web.WaitingSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** How many posts wait for the reader's yes. */
@Component
class WaitingForMe implements WaitingSource {
    private final Approvals approvals;
    private final People people;

    WaitingForMe(Approvals approvals, People people) {
        this.approvals = approvals;
        this.people = people;
    }

    @Override
    public Place place() {
        return Place.APPROVALS;
    }

    @Override
    @Transactional(readOnly = true)
    public int waiting(HttpServletRequest request) {
        var caller = Tenancy.current().orElse(null);
        if (caller == null || caller.person() == null) {
            return 0;
        } else {
            var me = new PersonId(caller.organisation(), caller.person());
            return people.find(me)
                    .map(person -> person.grants().stream()
                            .map(Grant::facility)
                            .distinct()
                            .toList())
                    .map(facilities -> approvals.waitingFor(me, facilities).size())
                    .orElse(0);
        }
    }
}
