package org.hearten.posts;

import java.util.UUID;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;

/** A post is only ever named together with its organisation. */
public record PostId(OrganisationId organisation, UUID value) implements OfOrganisation {}
