package org.hearten.posts;

import java.time.Instant;
import org.hearten.people.PersonId;

/**
 * A post as it once was.
 *
 * @param begunAt when somebody began to write these words; several saves of one sitting are one edition
 */
public record Edition(
        PostId post, int revision, Why why, Instant begunAt, Instant keptAt, PersonId keptBy, Draft draft) {

    /** Stored by name. */
    public enum Why {
        WRITTEN,
        SUBMITTED,
        RESTORED
    }
}
