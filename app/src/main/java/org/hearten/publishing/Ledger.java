package org.hearten.publishing;

import java.util.List;
import org.hearten.audit.RecordedTogether;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Writes what a transaction did to many deliveries, a statement for each kind of row. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Ledger {
    private final DeliveryRows rows;
    private final History history;
    private final LateAlarms alarms;
    private final WholePosts posts;
    private final PublishingSettings settings;
    private final ApplicationEventPublisher events;

    Ledger(
            DeliveryRows rows,
            History history,
            LateAlarms alarms,
            WholePosts posts,
            PublishingSettings settings,
            ApplicationEventPublisher events) {
        this.rows = rows;
        this.history = history;
        this.alarms = alarms;
        this.posts = posts;
        this.settings = settings;
        this.events = events;
    }

    public void write(List<DeliveryRow> changed, Notes notes) {
        rows.saveAll(changed);
        history.add(notes.happened);
        if (!notes.recorded.isEmpty()) {
            events.publishEvent(new RecordedTogether(notes.recorded));
        }
    }

    /** Of these, some are settled now: their alarms end, and their posts hear of it. The caller holds those posts. */
    public void settle(List<DeliveryRow> changed, Notes notes) {
        alarms.end(
                changed.stream()
                        .filter(row -> row.state.settled() && row.dueAt.isBefore(notes.now.minus(settings.promise())))
                        .toList(),
                notes.now);
        posts.tell(changed, notes.now);
    }
}
