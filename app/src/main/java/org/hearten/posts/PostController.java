package org.hearten.posts;

import static org.hearten.people.Role.*;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import java.util.UUID;
import org.hearten.people.Allowed;
import org.hearten.people.SignedIn;
import org.hearten.web.Flash;
import org.hearten.web.Pages;
import org.hearten.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** The composer: one post on the desk. */
@Controller
class PostController {
    private final Posts posts;
    private final Desks desks;

    PostController(Posts posts, Desks desks) {
        this.posts = posts;
        this.desks = desks;
    }

    @GetMapping("/posts/{post}")
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
    String show(SignedIn me, @PathVariable UUID post, Words words, Model page) {
        return show(desks.of(id(me, post), me), words, page);
    }

    /** Saves by itself while somebody types, or at the press of a button where no script runs. */
    @PostMapping("/posts/{post}")
    @Allowed({AUTHOR, PUBLISHER})
    String save(
            SignedIn me,
            @PathVariable UUID post,
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            Flash flash,
            Model page) {
        var sheet = new Sheet(request);
        var id = id(me, post);
        var standing = posts.get(id);
        var typed = sheet.draft(standing);
        var keepable = typed.withoutStrangeAddresses();
        var both = sheet.together() == standing.revision()
                ? posts.together(keepable, standing, sheet.seenRevision()).map(Together::draft)
                : Optional.<Draft>empty();
        var revision = both.isPresent() ? sheet.together() : sheet.revision();
        return switch (posts.save(id, both.orElse(keepable), revision, me.person())) {
            case Saved.Kept kept -> {
                if (kept.voided()) {
                    flash.warn("posts.voided");
                }
                if (!keepable.equals(typed)) {
                    yield withStrangeAddress(typed, id, me, request, response, words, page);
                } else if (Pages.wantsFragment(request) && request.getParameter("then") == null) {
                    yield fragment(desks.of(id, me), "posts/_saved", words, page);
                } else if (Pages.wantsFragment(request)) {
                    yield fragment(desks.of(id, me), "posts/_desk", words, page);
                } else {
                    if (!kept.voided()) {
                        flash.say("posts.kept");
                    }
                    yield "redirect:/posts/" + post;
                }
            }
            case Saved.ChangedMeanwhile meanwhile ->
                conflict(meanwhile.theirs(), typed, sheet, me, request, response, words, page);
            case Saved.Closed closed -> conflict(closed.post(), typed, sheet, me, request, response, words, page);
        };
    }

    /** All is kept but an address that is none; it stays in its field, and a sentence says why. */
    private String withStrangeAddress(
            Draft typed,
            PostId id,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            Model page) {
        var kept = posts.get(id);
        var desk = desks.of(kept, kept.draft().withSources(typed.sources()), null, kept.revision(), me);
        if (Pages.wantsFragment(request)) {
            return fragment(desk, request.getParameter("then") == null ? "posts/_saved" : "posts/_desk", words, page);
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return show(desk, words, page);
        }
    }

    /** Theirs stands; what was typed stays in the fields. */
    private String conflict(
            Post theirs,
            Draft typed,
            Sheet sheet,
            SignedIn me,
            HttpServletRequest request,
            HttpServletResponse response,
            Words words,
            Model page) {
        var desk = desks.of(theirs, typed, theirs, sheet.seenRevision(), me);
        if (Pages.wantsFragment(request)) {
            response.setHeader("HX-Retarget", "#desk");
            response.setHeader("HX-Reswap", "outerHTML");
            return fragment(desk, "posts/_desk", words, page);
        } else {
            response.setStatus(HttpStatus.CONFLICT.value());
            return show(desk, words, page);
        }
    }

    private String show(Desk desk, Words words, Model page) {
        page.addAttribute("desk", desk)
                .addAttribute("words", words.at(desk.facility().zone()));
        return "posts/show";
    }

    private String fragment(Desk desk, String template, Words words, Model page) {
        page.addAttribute("desk", desk)
                .addAttribute("words", words.at(desk.facility().zone()))
                .addAttribute("swapped", true);
        return template;
    }

    private static PostId id(SignedIn me, UUID post) {
        return new PostId(me.organisation(), post);
    }
}
