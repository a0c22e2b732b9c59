package org.hearten.inbox;

import java.time.Instant;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** An answer waits to be sent. Delivered after commit, at least once: listeners must bear repeats. */
@DomainEvent
public record ReplyWritten(ReplyId reply, Instant at) implements OfOrganisation {
    @Override
    public OrganisationId organisation() {
        return reply.organisation();
    }
}
