package org.hearten.publishing;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.hearten.people.Allowed;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.posts.PostId;
import org.hearten.web.Flash;
import org.hearten.web.Pages;
import org.hearten.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Where a post stands on each network; taking it down; settling what the network would not say. */
@Controller
class DeliveriesController {
    private final Accounting accounting;
    private final Deliveries deliveries;

    DeliveriesController(Accounting accounting, Deliveries deliveries) {
        this.accounting = accounting;
        this.deliveries = deliveries;
    }

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
    @GetMapping("/posts/{post}/deliveries")
    String show(SignedIn me, @PathVariable UUID post, HttpServletRequest request, Words words, Model page) {
        var whole = accounting.of(new PostId(me.organisation(), post));
        var facility = whole.facility().id();
        page.addAttribute("whole", whole);
        page.addAttribute("local", words.at(whole.facility().zone()));
        page.addAttribute("mayTakeDown", me.may(Role.COMPLIANCE_OFFICER, facility) || me.may(Role.PUBLISHER, facility));
        page.addAttribute("mayDecide", me.may(Role.COMPLIANCE_OFFICER, facility) || me.may(Role.PUBLISHER, facility));
        return Pages.either(request, "publishing/show", "publishing/_deliveries");
    }

    /** A take-down is created, never edited. */
    @Allowed({Role.COMPLIANCE_OFFICER, Role.PUBLISHER})
    @PostMapping("/posts/{post}/take-down")
    String takeDown(
            SignedIn me, @PathVariable UUID post, HttpServletRequest request, Words words, Flash flash, Model page) {
        deliveries.takeDown(new PostId(me.organisation(), post), me.person());
        flash.say("publishing.take-down.begun");
        return answer(me, post, request, words, page);
    }

    @Allowed({Role.COMPLIANCE_OFFICER, Role.PUBLISHER})
    @PostMapping("/deliveries/{delivery}/look")
    String look(
            SignedIn me,
            @PathVariable UUID delivery,
            HttpServletRequest request,
            Words words,
            Flash flash,
            Model page) {
        var id = new DeliveryId(me.organisation(), delivery);
        deliveries.lookAgain(id, me.person());
        flash.say("publishing.look.begun");
        return answer(me, postOf(id), request, words, page);
    }

    @Allowed({Role.COMPLIANCE_OFFICER, Role.PUBLISHER})
    @PostMapping("/deliveries/{delivery}/decision")
    String decide(
            SignedIn me,
            @PathVariable UUID delivery,
            @RequestParam boolean stands,
            HttpServletRequest request,
            Words words,
            Flash flash,
            Model page) {
        var id = new DeliveryId(me.organisation(), delivery);
        deliveries.decide(id, stands, me.person());
        flash.say(stands ? "publishing.decided.stands" : "publishing.decided.absent");
        return answer(me, postOf(id), request, words, page);
    }

    private UUID postOf(DeliveryId id) {
        return deliveries.find(id).orElseThrow().post().value();
    }

    private String answer(SignedIn me, UUID post, HttpServletRequest request, Words words, Model page) {
        return Pages.wantsFragment(request)
                ? show(me, post, request, words, page)
                : "redirect:/posts/" + post + "/deliveries";
    }
}
