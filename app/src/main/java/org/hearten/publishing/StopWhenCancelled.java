package org.hearten.publishing;

import org.hearten.posts.PostCancelled;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What waits does not leave, what is on its way comes back. */
@Component
class StopWhenCancelled {
    private final TakeDowns takeDowns;

    StopWhenCancelled(TakeDowns takeDowns) {
        this.takeDowns = takeDowns;
    }

    @ApplicationModuleListener
    void on(PostCancelled cancelled) {
        takeDowns.ask(cancelled.post(), Shown.Cause.CANCELLED, null);
    }
}
