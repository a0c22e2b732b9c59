package org.hearten.audit;

import java.util.List;
import org.jmolecules.event.annotation.DomainEvent;

/** Things that were done in one transaction, written to the record in one go. */
@DomainEvent
public record RecordedTogether(List<Recorded> all) {
    public RecordedTogether {
        all = List.copyOf(all);
    }
}
