package org.hearten.posts;

import static org.hearten.people.Role.AUTHOR;
import static org.hearten.people.Role.CLINICAL_REVIEWER;
import static org.hearten.people.Role.COMPLIANCE_OFFICER;
import static org.hearten.people.Role.PUBLISHER;

import java.util.UUID;
import org.hearten.people.Allowed;
import org.hearten.people.SignedIn;
import org.hearten.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;

/** Keeps posts true: the two languages in step, and old words looked at again. */
@Controller
class KeepingController {
    private final Posts posts;

    KeepingController(Posts posts) {
        this.posts = posts;
    }

    @PostMapping("/posts/{post}/twin")
    @Allowed({AUTHOR, PUBLISHER})
    String startTwin(SignedIn me, @PathVariable UUID post, Flash flash) {
        var twin = posts.startTwin(new PostId(me.organisation(), post), me.person());
        flash.say("posts.twin.started");
        return "redirect:/posts/" + twin.value();
    }

    @PostMapping("/posts/{post}/twin/step")
    @Allowed({AUTHOR, PUBLISHER})
    String inStep(SignedIn me, @PathVariable UUID post, Flash flash) {
        posts.inStep(new PostId(me.organisation(), post), me.person());
        flash.say("posts.twin.in-step");
        return "redirect:/posts/" + post;
    }

    @PostMapping("/posts/{post}/review")
    @Allowed({CLINICAL_REVIEWER, COMPLIANCE_OFFICER})
    String review(SignedIn me, @PathVariable UUID post, Flash flash) {
        posts.reviewed(new PostId(me.organisation(), post), me.person());
        flash.say("posts.reviewed");
        return "redirect:/posts/" + post;
    }
}
