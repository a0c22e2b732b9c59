package org.hearten.approvals;

import java.util.List;
import org.hearten.clearance.ClearanceRule;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.hearten.people.People;
import org.hearten.people.Role;
import org.springframework.stereotype.Component;

/** Whoever asked for it to leave still may. */
@Component
class GrantsRule implements ClearanceRule {
    private static final List<Role> MAY_SEND_POSTS = List.of(Role.AUTHOR, Role.PUBLISHER);
    private static final List<Role> MAY_SEND_REPLIES =
            List.of(Role.COMMUNITY_MANAGER, Role.PUBLISHER, Role.COMPLIANCE_OFFICER);

    private final People people;

    GrantsRule(People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return "grants";
    }

    @Override
    public Verdict judge(Departure departure) {
        return switch (departure.kind()) {
            case TAKE_DOWN -> new Verdict.Cleared("approvals.clearance.anyone-may-take-down");
            case POST -> judge(departure, MAY_SEND_POSTS);
            case REPLY -> judge(departure, MAY_SEND_REPLIES);
        };
    }

    private Verdict judge(Departure departure, List<Role> roles) {
        var by = departure.by();
        if (by == null) {
            return departure.kind() == Departure.Kind.REPLY
                    ? new Verdict.Cleared("approvals.clearance.own-text")
                    : new Verdict.Held("approvals.clearance.nobody-sent-it");
        } else {
            return roles.stream().anyMatch(role -> people.holds(by, role, departure.facility()))
                    ? new Verdict.Cleared("approvals.clearance.may-send")
                    : new Verdict.Held("approvals.clearance.may-not-send");
        }
    }
}
