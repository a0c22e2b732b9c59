package org.hearten.approvals;

import java.util.List;
import java.util.UUID;
import org.hearten.channels.Credits;
import org.hearten.channels.Provenance;
import org.hearten.facilities.FacilityId;
import org.hearten.people.People;
import org.hearten.posts.PostId;
import org.springframework.stereotype.Component;

/** The clinician whose yes counted: that of the newest round that was approved. */
@Component
class ClinicianWhoChecked implements Provenance {
    private final RoundRows rows;
    private final People people;

    ClinicianWhoChecked(RoundRows rows, People people) {
        this.rows = rows;
        this.people = people;
    }

    @Override
    public Credits of(FacilityId facility, UUID subject) {
        var name = rows.of(new PostId(facility.organisation(), subject)).stream()
                .filter(round -> round.state() == Round.State.APPROVED)
                .findFirst()
                .flatMap(round -> round.of(Step.CLINICAL))
                .map(decision -> people.name(decision.by()));
        return new Credits(List.of(), name.orElse(null));
    }
}
