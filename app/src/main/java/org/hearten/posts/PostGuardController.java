package org.hearten.posts;

import static org.hearten.people.Role.*;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.hearten.checks.Checks;
import org.hearten.checks.Checkup;
import org.hearten.people.Allowed;
import org.hearten.people.SignedIn;
import org.hearten.web.Flash;
import org.hearten.web.Pages;
import org.hearten.web.Refusal;
import org.hearten.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** What the guard says about a post, its words taken over with one click, and the reasons why a warning may stay. */
@Controller
class PostGuardController {
    private static final String EVERY_BLOCK = "blocks";

    private final Posts posts;
    private final Desks desks;
    private final Checks checks;

    PostGuardController(Posts posts, Desks desks, Checks checks) {
        this.posts = posts;
        this.desks = desks;
        this.checks = checks;
    }

    @GetMapping("/posts/{post}/guard")
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
        page.addAttribute("desk", desks.of(id(me, post), me)).addAttribute("words", words);
        return "posts/_guard";
    }

    /** Saves what was typed, then puts the guard's words in its place; {@code key=blocks} means all that must change. */
    @PostMapping("/posts/{post}/guard/replacements")
    @Allowed({AUTHOR, PUBLISHER})
    String replace(
            SignedIn me,
            @PathVariable UUID post,
            @RequestParam String key,
            HttpServletRequest request,
            Words words,
            Flash flash,
            Model page) {
        var id = id(me, post);
        var sheet = new Sheet(request);
        var typed = sheet.draft(posts.get(id));
        var chosen = checkup(id, typed).found().stream()
                .filter(found ->
                        key.equals(EVERY_BLOCK) ? found.blocks() : found.key().equals(key))
                .toList();
        switch (posts.save(id, Swaps.apply(typed, chosen), sheet.revision(), me.person())) {
            case Saved.Kept kept -> flash.say("posts.replaced", chosen.size());
            case Saved.ChangedMeanwhile meanwhile -> {
                return lay(
                        desks.of(meanwhile.theirs(), typed, meanwhile.theirs(), sheet.seenRevision(), me),
                        request,
                        words,
                        page);
            }
            case Saved.Closed closed -> throw new Refusal(HttpStatus.CONFLICT, "posts.refused.too-late");
        }
        return Pages.wantsFragment(request)
                ? lay(desks.of(id, me), request, words, page)
                : "redirect:/posts/" + post + "#guard";
    }

    @PostMapping("/posts/{post}/guard/answers")
    @Allowed({AUTHOR, PUBLISHER, COMPLIANCE_OFFICER})
    String answer(
            SignedIn me, @PathVariable UUID post, @RequestParam String key, @RequestParam String reason, Flash flash) {
        var id = id(me, post);
        var standing = posts.get(id);
        var found = checkup(id, standing.draft()).found().stream()
                .filter(each -> each.key().equals(key) && !each.blocks())
                .findFirst();
        if (found.isEmpty() || reason.isBlank()) {
            flash.warn("posts.answer.unclear");
        } else {
            checks.answer(standing.facility(), post, found.get(), reason, me.person());
            flash.say("posts.answered");
        }
        return "redirect:/posts/" + post + "#guard";
    }

    private Checkup checkup(PostId id, Draft draft) {
        return checks.check(draft.facility(), id.value(), PostWords.parts(draft));
    }

    private String lay(Desk desk, HttpServletRequest request, Words words, Model page) {
        page.addAttribute("desk", desk)
                .addAttribute("words", words.at(desk.facility().zone()))
                .addAttribute("swapped", true);
        return Pages.either(request, "posts/show", "posts/_desk");
    }

    private static PostId id(SignedIn me, UUID post) {
        return new PostId(me.organisation(), post);
    }
}
