package org.hearten.publishing;

import java.time.Clock;
import java.util.ArrayList;
import org.hearten.audit.Recorded;
import org.hearten.posts.Post;
import org.hearten.posts.PostUnscheduled;
import org.hearten.posts.Posts;
import org.hearten.publishing.Shown.Happened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** A post without a time waits nowhere: no claim finds it and no alarm rings for it, until it has one again. */
@Component
class UnplanWhenUnscheduled {
    private final Posts posts;
    private final DeliveryRows rows;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    UnplanWhenUnscheduled(
            Posts posts, DeliveryRows rows, History history, ApplicationEventPublisher events, Clock clock) {
        this.posts = posts;
        this.rows = rows;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(PostUnscheduled unscheduled) {
        var existing = rows.heldOf(unscheduled.post());
        // Somebody may have given it a time again before this was heard.
        if (posts.find(unscheduled.post()).map(Post::dueAt).isEmpty()) {
            var now = clock.instant();
            var happened = new ArrayList<Happened>();
            for (var row : existing) {
                if (row.state.waits()) {
                    row.cancelled(now);
                    rows.save(row);
                    events.publishEvent(Recorded.of("delivery.cancelled")
                            .on("delivery", row.id.value())
                            .at(row.facility.value())
                            .saying(row.network.name()));
                    happened.add(Happened.to(row, Step.CANCELLED, now));
                }
            }
            history.add(happened);
        }
    }
}
