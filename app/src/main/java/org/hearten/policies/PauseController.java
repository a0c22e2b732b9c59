package org.hearten.policies;

import java.util.UUID;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Allowed;
import org.hearten.people.AnyoneSignedIn;
import org.hearten.people.People;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.web.Flash;
import org.hearten.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Anyone entrusted with publishing may stop everything; to let it go again takes the same trust where it was stopped. */
@Controller
class PauseController {
    private static final Role[] MAY_PAUSE = {Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR, Role.PUBLISHER};
    private static final int LONGEST_REASON_CHARACTERS = 500;

    private final Pauses pauses;
    private final Facilities facilities;
    private final People people;

    PauseController(Pauses pauses, Facilities facilities, People people) {
        this.pauses = pauses;
        this.facilities = facilities;
        this.people = people;
    }

    @GetMapping("/pause")
    @AnyoneSignedIn
    String show(SignedIn me, Model page) {
        page.addAttribute("pauses", pauses.all());
        page.addAttribute("facilities", facilities.all());
        var names = people.names();
        names.put(Pauses.HEARTEN, "Hearten");
        page.addAttribute("people", names);
        page.addAttribute("open", me.facilities(MAY_PAUSE));
        return "policies/pause";
    }

    @PostMapping("/pause")
    @Allowed({Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR, Role.PUBLISHER})
    String create(
            SignedIn me,
            @RequestParam(required = false) @Nullable UUID facility,
            @RequestParam(defaultValue = "") String reason,
            Flash flash) {
        if (reason.isBlank() || reason.length() > LONGEST_REASON_CHARACTERS) {
            throw new Refusal(HttpStatus.UNPROCESSABLE_CONTENT, "policies.refused.reason");
        }
        pauses.begin(facility == null ? null : new FacilityId(me.organisation(), facility), reason, me.person());
        flash.say("policies.begun");
        return "redirect:/pause";
    }

    @PostMapping("/pause/{pause}/release")
    @Allowed({Role.COMPLIANCE_OFFICER, Role.ADMINISTRATOR, Role.PUBLISHER})
    String release(SignedIn me, @PathVariable UUID pause, Flash flash) {
        var standing = pauses.find(me.organisation(), pause).orElseThrow(Refusal::notFound);
        var facility = standing.facility();
        if (facility != null && !me.facilities(MAY_PAUSE).contains(facility)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "people.not-allowed");
        }
        pauses.release(pause, me.person());
        flash.say("policies.released");
        return "redirect:/pause";
    }
}
