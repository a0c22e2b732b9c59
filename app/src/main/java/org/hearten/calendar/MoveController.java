package org.hearten.calendar;

import static org.hearten.people.Role.AUTHOR;
import static org.hearten.people.Role.PUBLISHER;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.hearten.facilities.Facilities;
import org.hearten.people.Allowed;
import org.hearten.people.SignedIn;
import org.hearten.posts.Post;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.hearten.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriComponentsBuilder;

/** Moves a post to another time. Approvals are given to words, so they stay; the page says so, and offers the way back. */
@Controller
class MoveController {
    private final Posts posts;
    private final Facilities facilities;
    private final Clock clock;

    MoveController(Posts posts, Facilities facilities, Clock clock) {
        this.posts = posts;
        this.facilities = facilities;
        this.clock = clock;
    }

    /** @param time left out when only the day changes */
    @PostMapping("/calendar/posts/{post}/move")
    @Allowed({AUTHOR, PUBLISHER})
    String move(
            SignedIn me,
            @PathVariable UUID post,
            @RequestParam String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "") String back,
            Flash flash) {
        var standing = posts.get(new PostId(me.organisation(), post));
        var wanted = wanted(day, time, standing);
        if (wanted == null) {
            flash.warn("calendar.moved.unclear");
        } else if (wanted.isBefore(clock.instant())) {
            flash.warn("calendar.moved.past");
        } else {
            posts.scheduleAt(standing.id(), wanted, me.person());
            flash.sayWithUndo(undo(standing, back), consequence(standing), wanted);
        }
        return "redirect:" + here(back);
    }

    @PostMapping("/calendar/posts/{post}/return")
    @Allowed({AUTHOR, PUBLISHER})
    String giveBack(
            SignedIn me,
            @PathVariable UUID post,
            @RequestParam(defaultValue = "") String to,
            @RequestParam(defaultValue = "") String back,
            Flash flash) {
        var id = new PostId(me.organisation(), post);
        if (to.matches("[0-9]{1,11}")) {
            posts.scheduleAt(id, Instant.ofEpochSecond(Long.parseLong(to)), me.person());
        } else {
            posts.unschedule(id, me.person());
        }
        flash.say("calendar.moved.back");
        return "redirect:" + here(back);
    }

    private @Nullable Instant wanted(String day, String time, Post post) {
        var zone = facilities.get(post.facility()).zone();
        try {
            var at = time.isBlank() ? timeOf(post, zone) : LocalTime.parse(time);
            return LocalDate.parse(day).atTime(at).atZone(zone).toInstant();
        } catch (DateTimeParseException bent) {
            return null;
        }
    }

    private static LocalTime timeOf(Post post, ZoneId zone) {
        var due = post.dueAt();
        return due == null
                ? LocalTime.of(18, 30)
                : due.atZone(zone).toLocalTime().truncatedTo(ChronoUnit.MINUTES);
    }

    private static String consequence(Post post) {
        return switch (post.stage()) {
            case APPROVED -> "calendar.moved.approved";
            case IN_REVIEW -> "calendar.moved.in-review";
            case DRAFT, CHANGES_ASKED, SENDING, PUBLISHED, NOT_SENT, TAKEN_DOWN, CANCELLED -> "calendar.moved.draft";
        };
    }

    private static String undo(Post post, String back) {
        var before = post.dueAt();
        return UriComponentsBuilder.fromPath("/calendar/posts/{post}/return")
                .queryParam("to", before == null ? "" : before.getEpochSecond())
                .queryParam("back", "{back}")
                .encode()
                .buildAndExpand(post.id().value(), here(back))
                .toUriString();
    }

    /** Only to this calendar, whatever the form says. */
    private static String here(String back) {
        return back.matches("/calendar\\?[A-Za-z0-9=&_-]*") ? back : "/calendar";
    }
}
