package org.hearten.approvals;

import jakarta.servlet.http.HttpServletResponse;
import java.util.Set;
import java.util.UUID;
import org.hearten.people.Allowed;
import org.hearten.people.AnyoneSignedIn;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.posts.PostId;
import org.hearten.web.Flash;
import org.hearten.web.Refusal;
import org.hearten.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The queue of posts that wait, the sheet to decide from, and the decision. */
@Controller
class ApprovalController {
    private static final Set<String> VIEWS = Set.of("mine", "everyone", "done");

    private final Approvals approvals;
    private final Desk desk;

    ApprovalController(Approvals approvals, Desk desk) {
        this.approvals = approvals;
        this.desk = desk;
    }

    @GetMapping("/approvals")
    @AnyoneSignedIn
    String index(
            SignedIn me,
            @RequestParam(defaultValue = "mine") String view,
            @RequestParam(required = false) @Nullable UUID post,
            Words words,
            Model page) {
        return show(me, VIEWS.contains(view) ? view : "mine", post, "", words, page);
    }

    /** Where a post stands, inside the post's own page. */
    @GetMapping("/posts/{post}/approval")
    @Allowed({
        Role.AUTHOR,
        Role.CLINICAL_REVIEWER,
        Role.COMPLIANCE_OFFICER,
        Role.PUBLISHER,
        Role.COMMUNITY_MANAGER,
        Role.ANALYST,
        Role.AUDITOR,
        Role.ADMINISTRATOR
    })
    String standing(SignedIn me, @PathVariable UUID post, Words words, Model page) {
        page.addAttribute("sheet", desk.sheet(new PostId(me.organisation(), post), me, words));
        return "approvals/_standing";
    }

    @PostMapping("/posts/{post}/approval")
    @Allowed({Role.CLINICAL_REVIEWER, Role.COMPLIANCE_OFFICER, Role.PUBLISHER})
    String approve(
            SignedIn me,
            @PathVariable UUID post,
            @RequestParam String hash,
            @RequestParam(defaultValue = "") String note,
            @RequestParam(defaultValue = "false") boolean pictures,
            @RequestParam(defaultValue = "false") boolean consent,
            Words words,
            Flash flash,
            Model page,
            HttpServletResponse response) {
        try {
            var round =
                    approvals.approve(new PostId(me.organisation(), post), hash, me.person(), note, pictures, consent);
            flash.say(round.isOpen() ? "approvals.said-yes.more" : "approvals.said-yes");
            return "redirect:/approvals";
        } catch (Refusal refusal) {
            return again(me, post, refusal, words, page, response);
        }
    }

    @PostMapping("/posts/{post}/changes")
    @Allowed({Role.CLINICAL_REVIEWER, Role.COMPLIANCE_OFFICER, Role.PUBLISHER})
    String askForChanges(
            SignedIn me,
            @PathVariable UUID post,
            @RequestParam String hash,
            @RequestParam(defaultValue = "") String note,
            Words words,
            Flash flash,
            Model page,
            HttpServletResponse response) {
        try {
            approvals.askForChanges(new PostId(me.organisation(), post), hash, me.person(), note);
            flash.say("approvals.asked");
            return "redirect:/approvals";
        } catch (Refusal refusal) {
            return again(me, post, refusal, words, page, response);
        }
    }

    /** The sheet once more, as the post stands now, with what stood in the way above it. */
    private String again(
            SignedIn me, UUID post, Refusal refusal, Words words, Model page, HttpServletResponse response) {
        if (refusal.status() == HttpStatus.CONFLICT || refusal.status() == HttpStatus.UNPROCESSABLE_CONTENT) {
            response.setStatus(refusal.status().value());
            return show(me, "mine", post, refusal.in(words), words, page);
        } else {
            throw refusal;
        }
    }

    private String show(SignedIn me, String view, @Nullable UUID post, String problem, Words words, Model page) {
        var facilities = me.looksAt();
        var mine = approvals.waitingFor(me.person(), facilities);
        var everyone = approvals.waiting(facilities);
        var lines = desk.lines(
                switch (view) {
                    case "everyone" -> everyone;
                    case "done" -> approvals.done(facilities);
                    default -> mine;
                },
                me);
        var chosen = post != null
                ? post
                : lines.isEmpty() ? null : lines.getFirst().post().id().value();
        page.addAttribute("view", view);
        page.addAttribute("lines", lines);
        page.addAttribute("mine", mine.size());
        page.addAttribute("everyone", everyone.size());
        page.addAttribute("oldest", mine.isEmpty() ? null : mine.getFirst().askedAt());
        page.addAttribute("sheet", chosen == null ? null : open(me, chosen, words));
        page.addAttribute("problem", problem);
        return "approvals/index";
    }

    private Desk.@Nullable Sheet open(SignedIn me, UUID post, Words words) {
        var sheet = desk.sheet(new PostId(me.organisation(), post), me, words);
        if (sheet != null && !me.facilities().contains(sheet.post().facility())) {
            throw new Refusal(HttpStatus.FORBIDDEN, "people.not-allowed");
        }
        return sheet;
    }
}
