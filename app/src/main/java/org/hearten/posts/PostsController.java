package org.hearten.posts;

import static org.hearten.people.Role.*;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.hearten.channels.Network;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.Facility;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Allowed;
import org.hearten.people.AnyoneSignedIn;
import org.hearten.people.People;
import org.hearten.people.SignedIn;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** All posts as a list, and the beginning of a new one. */
@Controller
class PostsController {
    private static final int PAGE_SIZE = 30;
    private static final LocalTime USUAL_TIME = LocalTime.of(18, 30); // when most people look at their phones

    private final Posts posts;
    private final Facilities facilities;
    private final People people;
    private final Blocks blocks;
    private final Clock clock;

    PostsController(Posts posts, Facilities facilities, People people, Blocks blocks, Clock clock) {
        this.blocks = blocks;
        this.posts = posts;
        this.facilities = facilities;
        this.people = people;
        this.clock = clock;
    }

    @GetMapping("/posts")
    @AnyoneSignedIn
    String index(
            SignedIn me,
            @RequestParam(required = false) @Nullable String stage,
            @RequestParam(required = false) @Nullable String pillar,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var byStage = named(Stage.values(), stage);
        var byPillar = named(Pillar.values(), pillar);
        page.addAttribute("posts", posts.page(me.looksAt(), byStage, byPillar, after, PAGE_SIZE))
                .addAttribute("stage", byStage)
                .addAttribute("pillar", byPillar)
                .addAttribute("toReview", after == null && byStage == null ? posts.toReview(me.looksAt()) : List.of())
                .addAttribute("first", after == null)
                .addAttribute("names", people.names())
                .addAttribute(
                        "facilities",
                        facilities.all().stream().collect(Collectors.toMap(Facility::id, facility -> facility)))
                .addAttribute("mayWrite", me.is(AUTHOR) || me.is(PUBLISHER))
                .addAttribute("mayExport", PostsExportController.TAKERS.stream().anyMatch(me::is));
        return "posts/index";
    }

    @GetMapping("/posts/new")
    @Allowed({AUTHOR, PUBLISHER})
    String begin(
            SignedIn me,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String time,
            @RequestParam(required = false) @Nullable UUID facility,
            Model page) {
        var mine = me.looksAt(AUTHOR, PUBLISHER);
        page.addAttribute(
                        "facilities",
                        facilities.all().stream()
                                .filter(each -> mine.contains(each.id()))
                                .toList())
                .addAttribute("day", date(day) == null ? "" : day)
                .addAttribute("time", clockTime(time) == null ? "" : time)
                .addAttribute(
                        "templates",
                        blocks.all(me.organisation()).stream()
                                .filter(block -> block.kind() == Block.Kind.TEMPLATE)
                                .toList())
                .addAttribute("facility", facility);
        return "posts/new";
    }

    /** A draft, with a time when it was begun from a day of the calendar, and first words when from a brief. */
    @PostMapping("/posts")
    @Allowed({AUTHOR, PUBLISHER})
    String create(
            SignedIn me,
            @RequestParam UUID facility,
            @RequestParam(defaultValue = "") String title,
            @RequestParam(defaultValue = "EDUCATION") String pillar,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = "") String text,
            @RequestParam(required = false) @Nullable UUID template,
            @RequestParam(required = false) @Nullable String day,
            @RequestParam(required = false) @Nullable String time) {
        var place = new FacilityId(me.organisation(), facility);
        var chosen = named(Pillar.values(), pillar);
        var begun = template == null
                ? null
                : blocks.find(me.organisation(), template)
                        .map(block -> block.at(facilities.get(place)))
                        .orElse(null);
        var draft = new Draft(
                place,
                title.strip(),
                begun == null ? text.strip() : begun.text(),
                chosen == null ? Pillar.EDUCATION : chosen,
                begun != null ? begun.language() : language.equals("hi") ? "hi" : "en",
                Arrays.stream(Network.values()).map(Version::same).toList(),
                List.of(),
                List.of());
        var on = date(day);
        var due = on == null
                ? null
                : on.atTime(Optional.ofNullable(clockTime(time)).orElse(USUAL_TIME))
                        .atZone(facilities.get(place).zone())
                        .toInstant();
        var wanted = due != null && due.isAfter(clock.instant()) ? due : null;
        return "redirect:/posts/" + posts.start(draft, me.person(), wanted).value();
    }

    private static @Nullable LocalDate date(@Nullable String day) {
        try {
            return day == null || day.isBlank() ? null : LocalDate.parse(day);
        } catch (DateTimeParseException bent) {
            return null;
        }
    }

    private static @Nullable LocalTime clockTime(@Nullable String time) {
        try {
            return time == null || time.isBlank() ? null : LocalTime.parse(time);
        } catch (DateTimeParseException bent) {
            return null;
        }
    }

    static <E extends Enum<E>> @Nullable E named(E[] values, @Nullable String name) {
        return Arrays.stream(values)
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElse(null);
    }
}
