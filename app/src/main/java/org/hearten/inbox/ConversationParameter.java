package org.hearten.inbox;

import java.util.Optional;
import java.util.UUID;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Whereabouts;
import org.hearten.tenancy.OrganisationId;
import org.springframework.stereotype.Component;

/** {@code {conversation}} in a path lives in the facility it was said to. */
@Component
class ConversationParameter implements Whereabouts {
    private final Conversations conversations;

    ConversationParameter(Conversations conversations) {
        this.conversations = conversations;
    }

    @Override
    public String variable() {
        return "conversation";
    }

    @Override
    public Optional<FacilityId> facilityOf(OrganisationId organisation, UUID id) {
        return conversations.facilityOf(new ConversationId(organisation, id));
    }
}
