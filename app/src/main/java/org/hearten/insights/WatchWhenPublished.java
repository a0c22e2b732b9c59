package org.hearten.insights;

import java.util.Optional;
import org.hearten.posts.PostsPublished;
import org.hearten.publishing.Deliveries;
import org.hearten.publishing.Delivery;
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
    void on(PostsPublished published) {
        numbers.watch(deliveries.of(published.posts()).stream()
                .filter(delivery -> delivery.state() == DeliveryState.SENT)
                .map(WatchWhenPublished::watched)
                .flatMap(Optional::stream)
                .toList());
    }

    private static Optional<Watched> watched(Delivery delivery) {
        var ref = delivery.ref();
        var sentAt = delivery.sentAt();
        return ref == null || sentAt == null
                ? Optional.empty()
                : Optional.of(new Watched(
                        delivery.id(),
                        delivery.post(),
                        delivery.account(),
                        delivery.network(),
                        ref,
                        sentAt,
                        Schedule.next(sentAt, sentAt)));
    }
}
