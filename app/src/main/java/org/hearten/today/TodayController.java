package org.hearten.today;

import java.time.Clock;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import org.hearten.approvals.Approvals;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.Facility;
import org.hearten.people.AnyoneSignedIn;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.posts.Listed;
import org.hearten.posts.Posts;
import org.hearten.posts.Stage;
import org.hearten.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Today, in the zone of the facility that the reader looks at. */
@Controller
class TodayController {
    private static final int TASKS = 5;
    private static final int MINE = 5;
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime EVENING = LocalTime.of(17, 0);

    private final Posts posts;
    private final Approvals approvals;
    private final Facilities facilities;
    private final Clock clock;

    TodayController(Posts posts, Approvals approvals, Facilities facilities, Clock clock) {
        this.posts = posts;
        this.approvals = approvals;
        this.facilities = facilities;
        this.clock = clock;
    }

    @AnyoneSignedIn
    @GetMapping("/")
    @Transactional(readOnly = true)
    public String show(SignedIn me, Words words, Model page) {
        var looksAt = me.looksAt();
        var zone = zoneOf(looksAt.isEmpty() ? List.of() : facilities.all(), me, words.zone());
        var today = clock.instant().atZone(zone).toLocalDate();
        var outToday = looksAt.isEmpty()
                ? List.<Listed>of()
                : posts.between(
                        looksAt,
                        today.atStartOfDay(zone).toInstant(),
                        today.plusDays(1).atStartOfDay(zone).toInstant());
        var waiting = approvals.waitingFor(me.person(), looksAt);
        page.addAttribute("greeting", greeting(clock.instant().atZone(zone).toLocalTime()))
                .addAttribute("me", me.name())
                .addAttribute("zone", zone)
                .addAttribute("waiting", waiting.size())
                .addAttribute(
                        "toApprove",
                        waiting.stream()
                                .limit(TASKS)
                                .map(round -> posts.get(round.post()))
                                .toList())
                .addAttribute("toMend", mine(me, Stage.CHANGES_ASKED))
                .addAttribute("notSent", notSent(me))
                .addAttribute("drafts", mine(me, Stage.DRAFT))
                .addAttribute("outToday", outToday)
                .addAttribute("mayWrite", me.is(Role.AUTHOR));
        return "today/show";
    }

    private List<Listed> mine(SignedIn me, Stage stage) {
        var written = me.looksAt(Role.AUTHOR);
        return written.isEmpty()
                ? List.of()
                : posts.page(written, stage, null, null, MINE * 2).posts().stream()
                        .filter(post -> post.author().equals(me.person()))
                        .limit(MINE)
                        .toList();
    }

    private List<Listed> notSent(SignedIn me) {
        var sends = me.looksAt(Role.PUBLISHER, Role.AUTHOR);
        return sends.isEmpty()
                ? List.of()
                : posts.page(sends, Stage.NOT_SENT, null, null, MINE).posts();
    }

    private static String greeting(LocalTime now) {
        if (now.isBefore(NOON)) {
            return "today.morning";
        } else {
            return now.isBefore(EVENING) ? "today.afternoon" : "today.evening";
        }
    }

    private static ZoneId zoneOf(List<Facility> all, SignedIn me, ZoneId otherwise) {
        var here = me.chosen() == null ? me.facilities() : List.of(me.chosen());
        return all.stream()
                .filter(facility -> here.contains(facility.id()))
                .map(Facility::zone)
                .findFirst()
                .orElse(otherwise);
    }
}
