package org.hearten.people;

import java.time.Instant;
import org.hearten.facilities.FacilityId;
import org.jspecify.annotations.Nullable;

/**
 * A role held in one facility.
 *
 * @param validUntil the right ends by the clock then, or null when it has no end
 */
public record Grant(
        FacilityId facility, Role role, @Nullable Instant validUntil) {
    boolean holds(Instant now) {
        return validUntil == null || validUntil.isAfter(now);
    }
}
