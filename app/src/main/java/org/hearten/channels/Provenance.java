package org.hearten.channels;

import java.util.UUID;
import org.hearten.facilities.FacilityId;

/**
 * A room that knows where a post's words come from contributes one, so that a channel with a place for it can show it.
 * Asked inside the caller's walls, while the post is sent.
 */
public interface Provenance {
    /** What this room knows of the subject; {@link Credits#NONE} when it knows nothing. */
    Credits of(FacilityId facility, UUID subject);
}
