package org.hearten.inbox;

import java.util.UUID;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;

/** What the facility answers. */
public record ReplyId(OrganisationId organisation, UUID value) implements OfOrganisation {}
