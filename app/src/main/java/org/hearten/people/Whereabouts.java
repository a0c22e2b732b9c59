package org.hearten.people;

import java.util.Optional;
import java.util.UUID;
import org.hearten.facilities.FacilityId;
import org.hearten.tenancy.OrganisationId;

/**
 * Says in which facility a thing named in a path lives, so that {@link Allowed} can be asked there. The room that owns
 * the thing contributes one; it is asked in a transaction inside the caller's walls.
 */
public interface Whereabouts {
    /** The path variable it answers for, such as {@code "post"}. A request parameter of that name counts too. */
    String variable();

    /** Empty when the caller's organisation has no such thing: the person reads "not found". */
    Optional<FacilityId> facilityOf(OrganisationId organisation, UUID id);
}
