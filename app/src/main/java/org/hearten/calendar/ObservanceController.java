package org.hearten.calendar;

import java.time.Clock;
import java.time.LocalDate;
import org.hearten.facilities.Facilities;
import org.hearten.people.AnyoneSignedIn;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.web.Refusal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** One observance: when it is, who calls for it, and a brief to begin a post with. */
@Controller
class ObservanceController {
    private final Observances observances;
    private final Facilities facilities;
    private final Clock clock;

    ObservanceController(Observances observances, Facilities facilities, Clock clock) {
        this.observances = observances;
        this.facilities = facilities;
        this.clock = clock;
    }

    @GetMapping("/calendar/observances/{observance}")
    @AnyoneSignedIn
    String show(SignedIn me, @PathVariable String observance, Model page) {
        var mine = me.looksAt(Role.AUTHOR, Role.PUBLISHER);
        var today = LocalDate.ofInstant(clock.instant(), java.time.ZoneOffset.UTC);
        var kept = observances.find(observance).orElseThrow(Refusal::notFound);
        page.addAttribute("observance", kept)
                .addAttribute("day", kept.first().isBefore(today) ? today : kept.first())
                .addAttribute("past", kept.last().isBefore(today))
                .addAttribute(
                        "facilities",
                        facilities.all().stream()
                                .filter(facility -> mine.contains(facility.id()))
                                .toList());
        return "calendar/observance";
    }
}
