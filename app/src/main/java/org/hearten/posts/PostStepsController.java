package org.hearten.posts;

import static org.hearten.people.Role.*;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import org.hearten.facilities.Facilities;
import org.hearten.people.Allowed;
import org.hearten.people.SignedIn;
import org.hearten.web.Flash;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The steps of a post: sent for approval, given a time, called off. Each is a thing of its own that is made once. */
@Controller
class PostStepsController {
    private final Posts posts;
    private final Facilities facilities;
    private final Clock clock;

    PostStepsController(Posts posts, Facilities facilities, Clock clock) {
        this.posts = posts;
        this.facilities = facilities;
        this.clock = clock;
    }

    @PostMapping("/posts/{post}/submission")
    @Allowed({AUTHOR, PUBLISHER})
    String submit(SignedIn me, @PathVariable UUID post, Flash flash) {
        switch (posts.submit(id(me, post), me.person())) {
            case Submission.Submitted submitted -> flash.say("posts.submitted");
            case Submission.NotYet notYet ->
                flash.warn("posts.not-yet", notYet.reasons().size());
        }
        return "redirect:/posts/" + post;
    }

    @PostMapping("/posts/{post}/schedule")
    @Allowed({AUTHOR, PUBLISHER})
    String schedule(
            SignedIn me,
            @PathVariable UUID post,
            @RequestParam(defaultValue = "") String day,
            @RequestParam(defaultValue = "") String time,
            @RequestParam(defaultValue = "false") boolean now,
            Flash flash) {
        var id = id(me, post);
        var before = posts.get(id).dueAt();
        var due = now ? null : at(day, time);
        if (now) {
            var dueAt = posts.publishNow(id, me.person());
            if (dueAt.isAfter(clock.instant())) {
                flash.sayWithUndo(back(post, before), "posts.scheduled.moment", seconds(dueAt));
            } else {
                flash.sayWithUndo(back(post, before), "posts.scheduled.now");
            }
        } else if (due == null) {
            flash.warn("posts.scheduled.unclear");
        } else {
            var dueAt =
                    due.atZone(facilities.get(posts.get(id).facility()).zone()).toInstant();
            if (dueAt.isBefore(clock.instant())) {
                flash.warn("posts.scheduled.past");
            } else {
                posts.scheduleAt(id, dueAt, me.person());
                flash.sayWithUndo(back(post, before), "posts.scheduled");
            }
        }
        return "redirect:/posts/" + post;
    }

    /** It keeps its words and approvals and waits for another time. */
    @PostMapping("/posts/{post}/schedule/removal")
    @Allowed({AUTHOR, PUBLISHER})
    String unschedule(SignedIn me, @PathVariable UUID post, Flash flash) {
        var id = id(me, post);
        var before = posts.get(id).dueAt();
        posts.unschedule(id, me.person());
        flash.sayWithUndo(back(post, before), "posts.unscheduled");
        return "redirect:/posts/" + post;
    }

    /** Takes back what was just done to its time: {@code to} is the time it had, in seconds, or empty. */
    @PostMapping("/posts/{post}/schedule/return")
    @Allowed({AUTHOR, PUBLISHER})
    String giveBack(SignedIn me, @PathVariable UUID post, @RequestParam(defaultValue = "") String to, Flash flash) {
        var id = id(me, post);
        if (to.matches("[0-9]{1,12}")) {
            posts.scheduleAt(id, Instant.ofEpochSecond(Long.parseLong(to)), me.person());
        } else {
            posts.unschedule(id, me.person());
        }
        flash.say("posts.schedule.returned");
        return "redirect:/posts/" + post;
    }

    private static String back(UUID post, @Nullable Instant before) {
        return "/posts/" + post + "/schedule/return" + (before == null ? "" : "?to=" + before.getEpochSecond());
    }

    private long seconds(Instant dueAt) {
        return Duration.between(clock.instant(), dueAt).toSeconds() + 1;
    }

    @PostMapping("/posts/{post}/cancellation")
    @Allowed({AUTHOR, PUBLISHER, COMPLIANCE_OFFICER})
    String cancel(SignedIn me, @PathVariable UUID post, Flash flash) {
        posts.cancel(id(me, post), me.person());
        flash.say("posts.cancelled");
        return "redirect:/posts/" + post;
    }

    private static @Nullable LocalDateTime at(String day, String time) {
        try {
            return LocalDateTime.of(LocalDate.parse(day), LocalTime.parse(time));
        } catch (DateTimeParseException unclear) {
            return null;
        }
    }

    private static PostId id(SignedIn me, UUID post) {
        return new PostId(me.organisation(), post);
    }
}
