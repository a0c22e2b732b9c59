package org.hearten.approvals;

import java.time.Instant;
import java.util.Set;
import org.hearten.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What somebody decided about exactly one content.
 *
 * @param late it came after the time the post was due
 */
public record Decision(
        PersonId by,
        Verdict verdict,
        Set<Step> steps,
        @Nullable String note,
        boolean picturesSeen,
        boolean consentSeen,
        boolean late,
        Instant at) {

    /** Stored by name. */
    public enum Verdict {
        APPROVED,
        CHANGES_ASKED
    }

    public boolean approved() {
        return verdict == Verdict.APPROVED;
    }
}
