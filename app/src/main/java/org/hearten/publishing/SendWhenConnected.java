package org.hearten.publishing;

import java.time.Clock;
import java.util.ArrayList;
import org.hearten.audit.Recorded;
import org.hearten.channels.AccountConnected;
import org.hearten.publishing.Shown.Happened;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What waited for an account leaves as soon as a person has connected it again. */
@Component
class SendWhenConnected {
    private final DeliveryRows rows;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    SendWhenConnected(DeliveryRows rows, History history, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(AccountConnected connected) {
        var now = clock.instant();
        var happened = new ArrayList<Happened>();
        var waiting = rows.heldDisconnected(connected.account());
        for (var row : waiting) {
            row.settledAt = null;
            row.retry(now, "publishing.cause.reconnected", null);
            happened.add(Happened.to(row, Step.RECONNECTED, now));
            events.publishEvent(Recorded.of("delivery.retried")
                    .on("delivery", row.id.value())
                    .at(row.facility.value())
                    .saying(row.network.name()));
        }
        rows.saveAll(waiting);
        history.add(happened);
    }
}
