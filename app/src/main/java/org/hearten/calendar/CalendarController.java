package org.hearten.calendar;

import static org.hearten.people.Role.ADMINISTRATOR;
import static org.hearten.people.Role.ANALYST;
import static org.hearten.people.Role.AUDITOR;
import static org.hearten.people.Role.AUTHOR;
import static org.hearten.people.Role.CLINICAL_REVIEWER;
import static org.hearten.people.Role.COMMUNITY_MANAGER;
import static org.hearten.people.Role.COMPLIANCE_OFFICER;
import static org.hearten.people.Role.PUBLISHER;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.Facility;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Allowed;
import org.hearten.people.SignedIn;
import org.hearten.posts.Listed;
import org.hearten.posts.Posts;
import org.hearten.posts.PostsOfADay;
import org.hearten.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What goes out when: a month as squares, a week by the hour, or a list, in the facility's own time. */
@Controller
class CalendarController {
    /** Posts of one day; the week shows the rest. */
    private static final int A_SQUARE_SHOWS = 5;

    private final Posts posts;
    private final Facilities facilities;
    private final Observances observances;
    private final Clock clock;

    CalendarController(Posts posts, Facilities facilities, Observances observances, Clock clock) {
        this.posts = posts;
        this.facilities = facilities;
        this.observances = observances;
        this.clock = clock;
    }

    @GetMapping("/calendar")
    @Allowed({
        AUTHOR,
        CLINICAL_REVIEWER,
        COMPLIANCE_OFFICER,
        PUBLISHER,
        COMMUNITY_MANAGER,
        ANALYST,
        AUDITOR,
        ADMINISTRATOR
    })
    String show(
            SignedIn me,
            @RequestParam(required = false) @Nullable String view,
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(required = false) @Nullable String week,
            @RequestParam(required = false) @Nullable UUID facility,
            @RequestParam(required = false) @Nullable String pillar,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String network,
            Words words,
            Model page) {
        var seen = facility == null ? me.looksAt() : List.of(new FacilityId(me.organisation(), facility));
        var all = facilities.all();
        var zone = zone(seen, all);
        var today = LocalDate.ofInstant(clock.instant(), zone);
        var looking = Looking.read(today, view, month, week, facility, pillar, stage, network);
        if (looking.view() == Looking.View.MONTH) {
            page.addAttribute("squares", squares(looking, seen, zone));
        } else {
            var days = days(looking, seen, zone);
            page.addAttribute("days", days).addAttribute("hours", looking.week() ? Hours.of(days, zone) : null);
        }
        page.addAttribute("looking", looking)
                .addAttribute("kept", observances.between(looking.first(), looking.last(), regions(seen, all)))
                .addAttribute(
                        "facilities",
                        all.stream()
                                .filter(each -> me.facilities().contains(each.id()))
                                .toList())
                .addAttribute("names", all.stream().collect(Collectors.toMap(Facility::id, each -> each)))
                .addAttribute("mayWrite", me.is(AUTHOR) || me.is(PUBLISHER))
                .addAttribute("mine", me.facilities(AUTHOR, PUBLISHER))
                .addAttribute("words", words.at(zone));
        return "calendar/show";
    }

    /** One query, however full the month is. */
    private Map<LocalDate, PostsOfADay> squares(Looking looking, List<FacilityId> seen, ZoneId zone) {
        var found = seen.isEmpty()
                ? Map.<LocalDate, PostsOfADay>of()
                : posts.days(
                        seen,
                        looking.first().atStartOfDay(zone).toInstant(),
                        looking.last().plusDays(1).atStartOfDay(zone).toInstant(),
                        zone,
                        looking.sought(),
                        A_SQUARE_SHOWS);
        var squares = new LinkedHashMap<LocalDate, PostsOfADay>();
        looking.first()
                .datesUntil(looking.last().plusDays(1))
                .forEach(day -> squares.put(day, found.getOrDefault(day, PostsOfADay.NONE)));
        return squares;
    }

    /** One query, however full the week or the list is. */
    private Map<LocalDate, List<Listed>> days(Looking looking, List<FacilityId> seen, ZoneId zone) {
        var days = new LinkedHashMap<LocalDate, List<Listed>>();
        looking.first().datesUntil(looking.last().plusDays(1)).forEach(day -> days.put(day, new ArrayList<>()));
        var found = posts.between(
                seen,
                looking.first().atStartOfDay(zone).toInstant(),
                looking.last().plusDays(1).atStartOfDay(zone).toInstant());
        for (var post : found) {
            var due = post.dueAt();
            if (due != null && looking.shows(post)) {
                days.getOrDefault(due.atZone(zone).toLocalDate(), new ArrayList<>())
                        .add(post);
            }
        }
        return days;
    }

    private static List<String> regions(List<FacilityId> seen, List<Facility> all) {
        return all.stream()
                .filter(facility -> seen.contains(facility.id()))
                .map(facility -> facility.jurisdiction().name())
                .distinct()
                .toList();
    }

    /** Facilities of one organisation share a clock; where they do not, the first one's is used, and named on the page. */
    private static ZoneId zone(List<FacilityId> seen, List<Facility> all) {
        return all.stream()
                .filter(facility -> seen.contains(facility.id()))
                .findFirst()
                .or(() -> all.stream().findFirst())
                .map(Facility::zone)
                .orElse(ZoneId.of("Asia/Kolkata"));
    }
}
