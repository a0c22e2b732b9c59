package org.hearten.policies;

import java.time.Instant;
import java.util.UUID;
import org.hearten.facilities.FacilityId;
import org.hearten.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A pause that was begun.
 *
 * @param facility null: every facility of the organisation
 * @param releasedBy null, like {@code releasedAt}, while it stands
 */
public record Pause(
        UUID id,
        @Nullable FacilityId facility,
        String reason,
        PersonId begunBy,
        Instant begunAt,
        @Nullable PersonId releasedBy,
        @Nullable Instant releasedAt) {

    public boolean stands() {
        return releasedAt == null;
    }

    boolean holds(FacilityId other) {
        return stands() && (facility == null || facility.equals(other));
    }
}
