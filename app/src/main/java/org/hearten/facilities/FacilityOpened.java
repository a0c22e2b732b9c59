package org.hearten.facilities;

import java.time.Instant;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** A facility can be worked in from now on. Told inside the transaction that opens it. */
@DomainEvent
public record FacilityOpened(FacilityId facility, Instant at) implements OfOrganisation {
    @Override
    public OrganisationId organisation() {
        return facility.organisation();
    }
}
