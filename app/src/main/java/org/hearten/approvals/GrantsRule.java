package org.hearten.approvals;

import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.hearten.clearance.ClearanceRule;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.hearten.people.People;
import org.hearten.people.Rights;
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
    public List<Verdict> judge(List<Departure> departures) {
        var rights = people.rights(
                departures.stream().map(Departure::by).filter(Objects::nonNull).collect(Collectors.toSet()));
        return ClearanceRule.each(departures, departure -> switch (departure.kind()) {
            case TAKE_DOWN -> new Verdict.Cleared("approvals.clearance.anyone-may-take-down");
            case POST -> judge(departure, MAY_SEND_POSTS, rights);
            case REPLY -> judge(departure, MAY_SEND_REPLIES, rights);
        });
    }

    private static Verdict judge(Departure departure, List<Role> roles, Rights rights) {
        var by = departure.by();
        if (by == null) {
            return departure.kind() == Departure.Kind.REPLY
                    ? new Verdict.Cleared("approvals.clearance.own-text")
                    : new Verdict.Held("approvals.clearance.nobody-sent-it");
        } else {
            return roles.stream().anyMatch(role -> rights.hold(by, role, departure.facility()))
                    ? new Verdict.Cleared("approvals.clearance.may-send")
                    : new Verdict.Held("approvals.clearance.may-not-send");
        }
    }
}
