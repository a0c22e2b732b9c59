package org.hearten.inbox;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.UUID;
import org.hearten.channels.Network;
import org.hearten.inbox.Opened.Draft;
import org.hearten.people.Allowed;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.web.Flash;
import org.hearten.web.Pages;
import org.hearten.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The list, a thread, and what a person does with it. */
@Controller
class InboxController {
    private final Inbox inbox;
    private final Answering answering;

    InboxController(Inbox inbox, Answering answering) {
        this.inbox = inbox;
        this.answering = answering;
    }

    @Allowed({Role.COMMUNITY_MANAGER, Role.COMPLIANCE_OFFICER})
    @GetMapping("/inbox")
    String index(
            SignedIn me,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String network,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        page.addAttribute("listed", inbox.list(me, Shown.of(show), network(network), after));
        return "inbox/index";
    }

    @Allowed({Role.COMMUNITY_MANAGER, Role.COMPLIANCE_OFFICER})
    @GetMapping("/inbox/{conversation}")
    String show(
            SignedIn me,
            @PathVariable UUID conversation,
            @RequestParam(defaultValue = "") String show,
            @RequestParam(defaultValue = "") String network,
            @RequestParam(required = false) @Nullable String after,
            Model page) {
        var opened = inbox.open(me, id(me, conversation));
        var shown = show.isEmpty() ? (opened.conversation().closed() ? Shown.CLOSED : Shown.OPEN) : Shown.of(show);
        page.addAttribute("listed", inbox.list(me, shown, network(network), after))
                .addAttribute("opened", opened);
        return "inbox/index";
    }

    /** The talk alone, which a page with an answer on its way asks for until it has arrived. */
    @Allowed({Role.COMMUNITY_MANAGER, Role.COMPLIANCE_OFFICER})
    @GetMapping("/inbox/{conversation}/talk")
    String talk(SignedIn me, @PathVariable UUID conversation, Model page) {
        page.addAttribute("opened", inbox.open(me, id(me, conversation)));
        return "inbox/_talk";
    }

    @Allowed(Role.COMMUNITY_MANAGER)
    @PostMapping("/inbox/{conversation}/assignment")
    String assign(SignedIn me, @PathVariable UUID conversation, Flash flash) {
        inbox.assign(me, id(me, conversation));
        flash.say("inbox.assigned");
        return "redirect:/inbox/" + conversation;
    }

    @Allowed(Role.COMMUNITY_MANAGER)
    @PostMapping("/inbox/{conversation}/closure")
    String close(SignedIn me, @PathVariable UUID conversation, Flash flash) {
        inbox.close(me, id(me, conversation));
        flash.sayWithUndo("/inbox/" + conversation + "/reopening", "inbox.closed");
        return "redirect:/inbox";
    }

    @Allowed(Role.COMMUNITY_MANAGER)
    @PostMapping("/inbox/{conversation}/reopening")
    String reopen(SignedIn me, @PathVariable UUID conversation) {
        inbox.reopen(id(me, conversation));
        return "redirect:/inbox/" + conversation;
    }

    @Allowed(Role.COMMUNITY_MANAGER)
    @PostMapping("/inbox/{conversation}/showing")
    String showComment(SignedIn me, @PathVariable UUID conversation, Flash flash) {
        inbox.show(me, id(me, conversation));
        flash.say("inbox.comment.shown");
        return "redirect:/inbox/" + conversation;
    }

    @Allowed(Role.COMMUNITY_MANAGER)
    @PostMapping("/inbox/{conversation}/refusal")
    String refuseComment(SignedIn me, @PathVariable UUID conversation, Flash flash) {
        inbox.refuse(me, id(me, conversation));
        flash.say("inbox.comment.refused");
        return "redirect:/inbox";
    }

    /** The record is committed before the words are read; they go into this one answer and no address. */
    @Allowed(Role.COMMUNITY_MANAGER)
    @PostMapping("/inbox/{conversation}/messages/{message}/reveal")
    String reveal(
            SignedIn me,
            @PathVariable UUID conversation,
            @PathVariable UUID message,
            @RequestParam Reason reason,
            HttpServletRequest request,
            HttpServletResponse response,
            Model page) {
        var id = id(me, conversation);
        inbox.recordReveal(id, message, reason);
        response.setHeader("Cache-Control", "no-store");
        var opened = inbox.open(me, id).with(inbox.reveal(id, message));
        return thread(me, opened, request, page);
    }

    /** Under the text while it is typed: what the guard says. Nothing is kept. */
    @Allowed(Role.COMMUNITY_MANAGER)
    @PostMapping("/inbox/{conversation}/check")
    String check(
            SignedIn me, @PathVariable UUID conversation, @RequestParam(defaultValue = "") String text, Model page) {
        var opened = inbox.open(me, id(me, conversation));
        page.addAttribute("opened", opened.with(draft(opened.conversation(), text)));
        return "inbox/_check";
    }

    /** Puts a saved answer under what was typed, for the person to change and send. */
    @Allowed(Role.COMMUNITY_MANAGER)
    @PostMapping("/inbox/{conversation}/phrase")
    String insert(
            SignedIn me,
            @PathVariable UUID conversation,
            @RequestParam UUID phrase,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            Model page) {
        var opened = inbox.open(me, id(me, conversation));
        var words = opened.phrases().stream()
                .filter(each -> each.id().equals(phrase))
                .findFirst()
                .orElseThrow(Refusal::notFound)
                .at(opened.facility(), opened.conversation().language());
        var together = text.isBlank() ? words : text.stripTrailing() + "\n" + words;
        return thread(me, opened.with(draft(opened.conversation(), together)), request, page);
    }

    /** An answer that has not begun to leave comes back into the box. */
    @Allowed(Role.COMMUNITY_MANAGER)
    @PostMapping("/inbox/{conversation}/replies/{reply}/undo")
    String takeBack(
            SignedIn me,
            @PathVariable UUID conversation,
            @PathVariable UUID reply,
            HttpServletRequest request,
            Flash flash,
            Model page) {
        var before = inbox.open(me, id(me, conversation));
        var words = answering.takeBack(before.conversation(), new ReplyId(me.organisation(), reply));
        if (words.isEmpty()) {
            flash.warn("inbox.reply.too-late");
            return "redirect:/inbox/" + conversation;
        } else {
            flash.say("inbox.reply.taken-back");
            var opened = inbox.open(me, id(me, conversation));
            return thread(me, opened.with(draft(opened.conversation(), words.get())), request, page);
        }
    }

    @Allowed({Role.COMMUNITY_MANAGER, Role.COMPLIANCE_OFFICER})
    @PostMapping("/inbox/{conversation}/notes")
    String note(
            SignedIn me,
            @PathVariable UUID conversation,
            @RequestParam(defaultValue = "") String note,
            HttpServletRequest request,
            Flash flash,
            Model page) {
        var id = id(me, conversation);
        inbox.note(me, id, note);
        flash.say("inbox.note.kept");
        if (Pages.wantsFragment(request)) {
            page.addAttribute("opened", inbox.open(me, id));
            return "inbox/_noted";
        } else {
            return "redirect:/inbox/" + conversation;
        }
    }

    /** Takes the guard's words as the draft, for the person to change and send. */
    @Allowed(Role.COMMUNITY_MANAGER)
    @PostMapping("/inbox/{conversation}/draft")
    String use(
            SignedIn me,
            @PathVariable UUID conversation,
            @RequestParam(defaultValue = "") String instead,
            HttpServletRequest request,
            Model page) {
        var opened = inbox.open(me, id(me, conversation));
        return thread(me, opened.with(draft(opened.conversation(), instead)), request, page);
    }

    @Allowed(Role.COMMUNITY_MANAGER)
    @PostMapping("/inbox/{conversation}/replies")
    String reply(
            SignedIn me,
            @PathVariable UUID conversation,
            @RequestParam(defaultValue = "") String text,
            HttpServletRequest request,
            HttpServletResponse response,
            Flash flash,
            Model page) {
        var id = id(me, conversation);
        var before = inbox.open(me, id);
        return switch (answering.write(before.conversation(), text, me.person())) {
            case Answering.Written.Waiting waiting -> {
                flash.say("inbox.reply.waiting");
                yield "redirect:/inbox/" + conversation;
            }
            case Answering.Written.Risky(var report) ->
                again(me, before.with(new Draft(text, report, null)), request, response, page);
            case Answering.Written.Empty() ->
                again(me, before.with(new Draft(text, null, "inbox.reply.problem.empty")), request, response, page);
            case Answering.Written.TooLong(var most) ->
                again(me, before.with(new Draft(text, null, "inbox.reply.problem.long")), request, response, page);
            case Answering.Written.NothingToAnswer() ->
                again(me, before.with(new Draft(text, null, "inbox.reply.problem.nothing")), request, response, page);
        };
    }

    private Draft draft(Conversation conversation, String text) {
        var report = answering.look(conversation, text).orElse(null);
        var fits = answering.rules(conversation).holds(text);
        return new Draft(text, report, fits ? null : "inbox.reply.problem.long");
    }

    private String again(
            SignedIn me, Opened opened, HttpServletRequest request, HttpServletResponse response, Model page) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return thread(me, opened, request, page);
    }

    private String thread(SignedIn me, Opened opened, HttpServletRequest request, Model page) {
        page.addAttribute("listed", inbox.list(me, Shown.OPEN, null, null)).addAttribute("opened", opened);
        return "inbox/index";
    }

    private static ConversationId id(SignedIn me, UUID conversation) {
        return new ConversationId(me.organisation(), conversation);
    }

    private static @Nullable Network network(String word) {
        for (var network : Network.values()) {
            if (network.name().equals(word)) {
                return network;
            }
        }
        return null;
    }
}
