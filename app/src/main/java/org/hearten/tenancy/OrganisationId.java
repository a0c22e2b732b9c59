package org.hearten.tenancy;

import java.util.UUID;

/** A tenant: a hospital network, or a single clinic. */
public record OrganisationId(UUID value) {}
