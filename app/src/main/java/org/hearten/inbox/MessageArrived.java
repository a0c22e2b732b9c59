package org.hearten.inbox;

import java.time.Instant;
import java.util.UUID;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** Somebody said something. Delivered after commit, at least once: listeners must bear repeats. */
@DomainEvent
public record MessageArrived(ConversationId conversation, UUID message, int urgency, Instant at)
        implements OfOrganisation {
    @Override
    public OrganisationId organisation() {
        return conversation.organisation();
    }
}
