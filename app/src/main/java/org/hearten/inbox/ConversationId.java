package org.hearten.inbox;

import java.util.UUID;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;

/** A thread of messages. */
public record ConversationId(OrganisationId organisation, UUID value) implements OfOrganisation {}
