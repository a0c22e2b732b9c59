package org.hearten.policies;

import java.time.Instant;
import org.hearten.facilities.FacilityId;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/** Nothing but take-downs leaves any more; {@code facility} is null for all. Delivered after commit, at least once: listeners must bear repeats. */
@DomainEvent
public record PauseBegun(
        OrganisationId organisation, @Nullable FacilityId facility, Instant at) implements OfOrganisation {}
