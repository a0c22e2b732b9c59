package org.hearten.checks;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearten.clearance.Departure;
import org.hearten.facilities.FacilityId;
import org.jspecify.annotations.Nullable;

/** A room whose words leave the house contributes one, so that they can be looked at once more on their way out. */
public interface Checkable {
    Departure.Kind kind();

    /** Empty when the subject is gone or no longer says exactly this. */
    Optional<Words> words(FacilityId facility, UUID subject, String contentHash);

    /** @param answering for a reply, what the other person wrote; else null */
    record Words(List<Part> parts, @Nullable String answering) {}
}
