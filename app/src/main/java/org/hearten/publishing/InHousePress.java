package org.hearten.publishing;

import java.util.ArrayList;
import java.util.List;
import org.hearten.channels.InHouse;
import org.hearten.channels.InHouse.Publication;
import org.springframework.stereotype.Component;

/**
 * Publishes on our own pages. The claim, the page and the outcome are one transaction: it all stands, or nothing does, so
 * nothing is ever under way there and nothing can be in doubt.
 */
@Component
class InHousePress {
    /** Posts with pictures are published a few at a time: pictures are large, and memory is not. */
    private static final int PICTURES_AT_ONCE = 12;

    private final Manuscript manuscript;
    private final Outcomes outcomes;
    private final PublishingSettings settings;
    private final Moments moments;

    InHousePress(Manuscript manuscript, Outcomes outcomes, PublishingSettings settings, Moments moments) {
        this.manuscript = manuscript;
        this.outcomes = outcomes;
        this.settings = settings;
        this.moments = moments;
    }

    /** @return their deliveries */
    List<DeliveryRow> publish(InHouse house, List<Leaving> cleared, Notes notes) {
        var published = new ArrayList<DeliveryRow>();
        var bundle = new ArrayList<Leaving>();
        var pictures = 0;
        for (var leaving : cleared) {
            bundle.add(leaving);
            pictures += leaving.pictures();
            if (pictures >= PICTURES_AT_ONCE) {
                published.addAll(bundle(house, bundle, notes));
                bundle.clear();
                pictures = 0;
            }
        }
        published.addAll(bundle(house, bundle, notes));
        return published;
    }

    private List<DeliveryRow> bundle(InHouse house, List<Leaving> bundle, Notes notes) {
        var rows = bundle.stream().map(Leaving::row).toList();
        if (!rows.isEmpty()) {
            rows.forEach(row -> row.sending(Claims.WORKER, notes.now, notes.now.plus(settings.lease())));
            moments.reached(Moment.REQUESTED);
            var answers = house.publish(bundle.stream()
                    .map(leaving -> new Publication(leaving.row().key, manuscript.of(leaving)))
                    .toList());
            moments.reached(Moment.ACCEPTED);
            for (int place = 0; place < rows.size(); place++) {
                outcomes.answered(rows.get(place), answers.get(place), notes);
            }
        }
        return rows;
    }
}
