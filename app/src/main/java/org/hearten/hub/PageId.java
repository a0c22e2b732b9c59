package org.hearten.hub;

import java.util.UUID;
import org.hearten.tenancy.OrganisationId;

/** A page is known by the send key of its delivery. */
public record PageId(OrganisationId organisation, UUID value) {
    private static final String PREFIX = "hub:page:";

    String ref() {
        return PREFIX + value;
    }
}
