package org.hearten.hub;

import java.time.Instant;
import org.hearten.facilities.FacilityId;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** A visitor took a comment back; its words are gone. Delivered after commit, at least once: listeners must bear repeats. */
@DomainEvent
public record CommentWithdrawn(CommentId comment, FacilityId facility, Instant at) implements OfOrganisation {
    @Override
    public OrganisationId organisation() {
        return comment.organisation();
    }
}
