package org.hearten.media;

import java.util.UUID;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;

/** A picture is only ever named together with its organisation. */
public record PictureId(OrganisationId organisation, UUID value) implements OfOrganisation {}
