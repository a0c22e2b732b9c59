package org.hearten.publishing;

import java.util.UUID;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;

/** A delivery is only ever named together with its organisation. */
public record DeliveryId(OrganisationId organisation, UUID value) implements OfOrganisation {}
