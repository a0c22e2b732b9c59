package org.hearten.people;

import java.util.UUID;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;

/** A member of staff, named together with the organisation they work for. */
public record PersonId(OrganisationId organisation, UUID value) implements OfOrganisation {}
