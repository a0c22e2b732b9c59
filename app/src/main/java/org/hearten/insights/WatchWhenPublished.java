package org.hearten.insights;

import org.hearten.posts.PostPublished;
import org.hearten.publishing.Deliveries;
import org.hearten.publishing.DeliveryState;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What stands on a network is counted from now on. */
@Component
class WatchWhenPublished {
    private final Deliveries deliveries;
    private final Numbers numbers;

    WatchWhenPublished(Deliveries deliveries, Numbers numbers) {
        this.deliveries = deliveries;
        this.numbers = numbers;
    }

    @ApplicationModuleListener
    void on(PostPublished published) {
        for (var delivery : deliveries.of(published.post())) {
            var ref = delivery.ref();
            var sentAt = delivery.sentAt();
            if (delivery.state() == DeliveryState.SENT && ref != null && sentAt != null) {
                numbers.watch(new Watched(
                        delivery.id(),
                        delivery.post(),
                        delivery.account(),
                        delivery.network(),
                        ref,
                        sentAt,
                        Schedule.next(sentAt, sentAt)));
            }
        }
    }
}
