package org.hearten.publishing;

import org.hearten.people.Allowed;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What is coming, what is late, and what needs somebody. */
@Controller
class PublishingController {
    private final Accounting accounting;

    PublishingController(Accounting accounting) {
        this.accounting = accounting;
    }

    @Allowed({Role.PUBLISHER, Role.COMPLIANCE_OFFICER})
    @GetMapping("/publishing")
    String index(SignedIn me, Model page) {
        page.addAttribute("board", accounting.board(me.looksAt(Role.PUBLISHER, Role.COMPLIANCE_OFFICER)));
        return "publishing/index";
    }
}
