package org.hearten.approvals;

import org.hearten.posts.PostEdited;
import org.hearten.posts.PostSubmitted;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A post sent for approval opens a round; an edit closes it. */
@Component
class AskWhenSubmitted {
    private final Approvals approvals;

    AskWhenSubmitted(Approvals approvals) {
        this.approvals = approvals;
    }

    @ApplicationModuleListener
    void on(PostSubmitted submitted) {
        approvals.ask(submitted.post(), submitted.contentHash(), submitted.at());
    }

    @ApplicationModuleListener
    void on(PostEdited edited) {
        approvals.edited(edited.post(), edited.contentHash(), edited.at());
    }
}
