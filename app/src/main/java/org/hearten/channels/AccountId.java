package org.hearten.channels;

import java.util.UUID;
import org.hearten.tenancy.OrganisationId;

/** One facility's presence on one network. */
public record AccountId(OrganisationId organisation, UUID value) {}
