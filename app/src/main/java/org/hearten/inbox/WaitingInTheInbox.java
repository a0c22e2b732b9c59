package org.hearten.inbox;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.UUID;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Grant;
import org.hearten.people.People;
import org.hearten.people.PersonId;
import org.hearten.people.Role;
import org.hearten.tenancy.Tenancy;
import org.hearten.web.Place;
import org.hearten.web.WaitingSource;
import org.springframework.stereotype.Component;

/** The number beside "Inbox" in the menu. */
@Component
class WaitingInTheInbox implements WaitingSource {
    private final Inbox inbox;
    private final People people;

    WaitingInTheInbox(Inbox inbox, People people) {
        this.inbox = inbox;
        this.people = people;
    }

    @Override
    public Place place() {
        return Place.INBOX;
    }

    @Override
    public int waiting(HttpServletRequest request) {
        return Tenancy.current()
                .filter(caller -> caller.person() instanceof UUID)
                .map(caller -> new PersonId(caller.organisation(), java.util.Objects.requireNonNull(caller.person())))
                .map(me -> inbox.needReply(managedBy(me), me.value()))
                .orElse(0);
    }

    private List<FacilityId> managedBy(PersonId me) {
        return people.find(me).stream()
                .flatMap(person -> person.grants().stream())
                .filter(grant -> grant.role() == Role.COMMUNITY_MANAGER)
                .map(Grant::facility)
                .distinct()
                .toList();
    }
}
