package org.hearten.facilities;

import java.util.UUID;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;

/** A facility is only ever named together with its organisation. */
public record FacilityId(OrganisationId organisation, UUID value) implements OfOrganisation {}
