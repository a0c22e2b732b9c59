package org.hearten.approvals;

import java.time.Duration;
import org.hearten.policies.PauseReleased;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** What was approved long before the pause ended may no longer fit: those who said yes look at it once more. */
@Component
class AskAgainAfterAPause {
    private static final Duration STALE_AFTER = Duration.ofHours(72);

    private final Approvals approvals;

    AskAgainAfterAPause(Approvals approvals) {
        this.approvals = approvals;
    }

    /** In the releasing transaction: a yes that is too old is gone before anything may leave again. */
    @EventListener
    void on(PauseReleased released) {
        approvals.askAgain(released.facility(), released.at().minus(STALE_AFTER), released.at());
    }
}
