package org.hearten.inbox;

import java.util.List;
import org.hearten.clearance.ClearanceRule;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.hearten.people.People;
import org.hearten.people.Role;
import org.springframework.stereotype.Component;

/** An answer leaves with exactly the words that were written, and only while its writer may still speak here. */
@Component
class AnswerStands implements ClearanceRule {
    private final Replies replies;
    private final People people;

    AnswerStands(Replies replies, People people) {
        this.replies = replies;
        this.people = people;
    }

    @Override
    public String name() {
        return "reply";
    }

    @Override
    public List<Verdict> judge(List<Departure> departures) {
        return ClearanceRule.each(departures, this::say);
    }

    private Verdict say(Departure departure) {
        return switch (departure.kind()) {
            case POST, TAKE_DOWN -> new Verdict.Cleared("inbox.clearance.not-a-reply");
            case REPLY ->
                replies.find(new ReplyId(departure.facility().organisation(), departure.subject()))
                        .map(reply -> judge(reply, departure))
                        .orElseGet(() -> new Verdict.Held("inbox.clearance.gone"));
        };
    }

    private Verdict judge(Reply reply, Departure departure) {
        var by = departure.by();
        if (!reply.contentHash().equals(departure.contentHash())
                || !Answering.hash(reply.to().parentRef(), reply.text()).equals(departure.contentHash())) {
            return new Verdict.Held("inbox.clearance.changed");
        } else if (by == null || !people.holds(by, Role.COMMUNITY_MANAGER, departure.facility())) {
            return new Verdict.Held("inbox.clearance.not-allowed");
        } else {
            return new Verdict.Cleared("inbox.clearance.stands");
        }
    }
}
