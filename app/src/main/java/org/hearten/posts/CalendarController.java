package org.hearten.posts;

import static org.hearten.people.Role.*;

import java.time.Clock;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.TemporalAdjusters;
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
import org.hearten.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What goes out when: a month as squares or as a list, in the facility's own time. */
@Controller
class CalendarController {
    private final Posts posts;
    private final Facilities facilities;
    private final Clock clock;

    CalendarController(Posts posts, Facilities facilities, Clock clock) {
        this.posts = posts;
        this.facilities = facilities;
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
            @RequestParam(required = false) @Nullable String month,
            @RequestParam(defaultValue = "month") String view,
            @RequestParam(required = false) @Nullable UUID facility,
            Words words,
            Model page) {
        var seen = facility == null ? me.looksAt() : List.of(new FacilityId(me.organisation(), facility));
        var all = facilities.all();
        var zone = zone(seen, all);
        var shown = month(month, zone);
        var first = shown.atDay(1).with(TemporalAdjusters.previousOrSame(DayOfWeek.MONDAY));
        var last = shown.atEndOfMonth().with(TemporalAdjusters.nextOrSame(DayOfWeek.SUNDAY));
        var found = posts.between(
                seen,
                first.atStartOfDay(zone).toInstant(),
                last.plusDays(1).atStartOfDay(zone).toInstant());
        page.addAttribute("month", shown)
                .addAttribute("days", days(first, last, found, zone))
                .addAttribute("list", view.equals("list"))
                .addAttribute("chosen", facility == null ? "" : facility.toString())
                .addAttribute(
                        "facilities",
                        all.stream()
                                .filter(each -> me.facilities().contains(each.id()))
                                .toList())
                .addAttribute("names", all.stream().collect(Collectors.toMap(Facility::id, each -> each)))
                .addAttribute("mayWrite", me.is(AUTHOR) || me.is(PUBLISHER))
                .addAttribute("words", words.at(zone));
        return "posts/calendar";
    }

    private static Map<LocalDate, List<Listed>> days(LocalDate first, LocalDate last, List<Listed> found, ZoneId zone) {
        var days = new LinkedHashMap<LocalDate, List<Listed>>();
        first.datesUntil(last.plusDays(1)).forEach(day -> days.put(day, new ArrayList<>()));
        for (var post : found) {
            var due = post.dueAt();
            if (due != null) {
                days.getOrDefault(due.atZone(zone).toLocalDate(), new ArrayList<>())
                        .add(post);
            }
        }
        return days;
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

    private YearMonth month(@Nullable String written, ZoneId zone) {
        try {
            return written == null ? YearMonth.now(clock.withZone(zone)) : YearMonth.parse(written);
        } catch (DateTimeParseException bent) {
            return YearMonth.now(clock.withZone(zone));
        }
    }
}
