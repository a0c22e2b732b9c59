package org.hearten.checks;

import java.util.List;
import java.util.UUID;
import org.hearten.clearance.ClearanceRule;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.springframework.stereotype.Component;

/**
 * Nothing leaves while a finding blocks it. If the words were never looked at with the packs in force today, they are
 * looked at now; if that cannot be done, they stay.
 */
@Component
class Findings implements ClearanceRule {
    private final Checks checks;
    private final CheckRows rows;
    private final List<Checkable> rooms;

    Findings(Checks checks, CheckRows rows, List<Checkable> rooms) {
        this.checks = checks;
        this.rows = rows;
        this.rooms = rooms;
    }

    @Override
    public String name() {
        return "findings";
    }

    @Override
    public List<Verdict> judge(List<Departure> departures) {
        var blocks = rows.blocks(
                departures.getFirst().facility().organisation(),
                departures.stream().map(Findings::words).toList(),
                checks.packs());
        return ClearanceRule.each(departures, departure -> switch (departure.kind()) {
            case TAKE_DOWN -> new Verdict.Cleared("checks.clearance.take-down");
            case POST, REPLY -> {
                var counted = blocks.get(words(departure));
                yield counted == null ? lookedAtNow(departure) : judged(counted);
            }
        });
    }

    private static CheckRows.Checked words(Departure departure) {
        return new CheckRows.Checked(departure.subject(), departure.contentHash());
    }

    private Verdict lookedAtNow(Departure departure) {
        return rooms.stream()
                .filter(room -> room.kind() == departure.kind())
                .flatMap(
                        room -> room.words(departure.facility(), departure.subject(), departure.contentHash()).stream())
                .findFirst()
                .map(words -> judge(departure, words))
                .orElseGet(() -> new Verdict.Held("checks.clearance.unseen"));
    }

    private Verdict judge(Departure departure, Checkable.Words words) {
        var facility = departure.facility();
        UUID subject = departure.subject();
        var answering = words.answering();
        if (answering != null
                && words.parts().stream()
                        .anyMatch(part -> checks.checkReply(facility, answering, part.text(), List.of())
                                .risky())) {
            return new Verdict.Held("checks.clearance.reply");
        } else {
            return judged((int) checks.keep(facility, subject, departure.contentHash(), words.parts())
                    .blocks());
        }
    }

    private static Verdict judged(int blocks) {
        return blocks == 0
                ? new Verdict.Cleared("checks.clearance.clear")
                : new Verdict.Held("checks.clearance.blocked", Integer.toString(blocks));
    }
}
