package org.hearten.clearance;

import java.time.Instant;
import java.util.UUID;
import org.hearten.facilities.FacilityId;
import org.hearten.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * Something that is about to leave.
 *
 * @param subject the post or the reply
 * @param contentHash hex hash of exactly what would be sent
 * @param by who asked for it to leave: the person who scheduled or wrote it; null for a fixed text of Hearten's own
 */
public record Departure(
        FacilityId facility,
        Kind kind,
        UUID subject,
        String contentHash,
        @Nullable PersonId by,
        Instant at) {

    /** Stored by name. A pause spares take-downs. */
    public enum Kind {
        POST,
        REPLY,
        TAKE_DOWN
    }
}
