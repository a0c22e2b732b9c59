package org.hearten.policies;

import java.util.List;
import java.util.stream.Collectors;
import org.hearten.clearance.ClearanceRule;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.springframework.stereotype.Component;

/** Nothing leaves while a pause stands, except what is taken down. */
@Component
class PauseRule implements ClearanceRule {
    private final Pauses pauses;

    PauseRule(Pauses pauses) {
        this.pauses = pauses;
    }

    @Override
    public String name() {
        return "pause";
    }

    @Override
    public List<Verdict> judge(List<Departure> departures) {
        var paused =
                pauses.holdingClaim(departures.stream().map(Departure::facility).collect(Collectors.toSet()));
        return ClearanceRule.each(departures, departure -> switch (departure.kind()) {
            case TAKE_DOWN -> new Verdict.Cleared("policies.clearance.spared");
            case POST, REPLY ->
                paused.contains(departure.facility())
                        ? new Verdict.Held("policies.clearance.paused")
                        : new Verdict.Cleared("policies.clearance.no-pause");
        });
    }
}
