package org.hearten.publishing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.hearten.audit.Recorded;
import org.hearten.publishing.Shown.Happened;

/** What one transaction has to say about its deliveries: for their history and for the record. Written at its end, at once. */
final class Notes {
    final Instant now;
    final List<Happened> happened = new ArrayList<>();
    final List<Recorded> recorded = new ArrayList<>();

    Notes(Instant now) {
        this.now = now;
    }

    void happened(DeliveryRow row, Step what) {
        happened.add(Happened.to(row, what, now));
    }

    void record(String action, DeliveryRow row) {
        recorded.add(Recorded.of(action)
                .on("delivery", row.id.value())
                .at(row.facility.value())
                .hashes(null, row.contentHash)
                .saying(row.network.name()));
    }
}
