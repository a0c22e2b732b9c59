package org.hearten.approvals;

import org.hearten.web.Refusal;
import org.springframework.http.HttpStatus;

/** Somebody decided about words that are no longer the ones that would leave. */
public final class ChangedSinceSeen extends Refusal {
    ChangedSinceSeen() {
        super(HttpStatus.CONFLICT, "approvals.refused.changed");
    }
}
