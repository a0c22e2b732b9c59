package org.hearten.approvals;

import java.util.List;
import java.util.stream.Collectors;
import org.hearten.clearance.ClearanceRule;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.hearten.people.People;
import org.hearten.people.Rights;
import org.hearten.posts.PostId;
import org.springframework.stereotype.Component;

/** A post leaves when every step has a yes to exactly these words, from people who still hold the role and did not write it. */
@Component
class ApprovalRule implements ClearanceRule {
    private final RoundRows rows;
    private final People people;

    ApprovalRule(RoundRows rows, People people) {
        this.rows = rows;
        this.people = people;
    }

    @Override
    public String name() {
        return "approval";
    }

    @Override
    public List<Verdict> judge(List<Departure> departures) {
        var rounds = rows.latest(departures.stream()
                .filter(departure -> departure.kind() == Departure.Kind.POST)
                .map(ApprovalRule::post)
                .toList());
        var rights = people.rights(rounds.values().stream()
                .flatMap(round -> round.decisions().stream())
                .map(Decision::by)
                .collect(Collectors.toSet()));
        return ClearanceRule.each(departures, departure -> switch (departure.kind()) {
            case REPLY, TAKE_DOWN -> new Verdict.Cleared("approvals.clearance.not-needed");
            case POST -> {
                var round = rounds.get(post(departure));
                yield round == null
                        ? new Verdict.Held("approvals.clearance.never-asked")
                        : judge(round, departure, rights);
            }
        });
    }

    private static PostId post(Departure departure) {
        return new PostId(departure.facility().organisation(), departure.subject());
    }

    private static Verdict judge(Round round, Departure departure, Rights rights) {
        if (!round.contentHash().equals(departure.contentHash())
                || !round.facility().equals(departure.facility())) {
            return new Verdict.Held("approvals.clearance.other-words");
        }
        return switch (round.state()) {
            case OPEN -> new Verdict.Held("approvals.clearance.waiting");
            case CHANGES_ASKED -> new Verdict.Held("approvals.clearance.changes-asked");
            case EDITED, ASKED_AGAIN -> new Verdict.Held("approvals.clearance.voided");
            case APPROVED ->
                round.steps().stream().allMatch(step -> hasLiveYes(round, step, rights))
                        ? new Verdict.Cleared(
                                "approvals.clearance.approved",
                                String.valueOf(round.steps().size()))
                        : new Verdict.Held("approvals.clearance.role-ended");
        };
    }

    private static boolean hasLiveYes(Round round, Step step, Rights rights) {
        return round.decisions().stream()
                .filter(decision ->
                        decision.approved() && decision.steps().contains(step) && !round.wrote(decision.by()))
                .anyMatch(decision ->
                        step.roles().stream().anyMatch(role -> rights.hold(decision.by(), role, round.facility())));
    }
}
