package org.hearten.posts;

import static org.hearten.people.Role.AUTHOR;
import static org.hearten.people.Role.PUBLISHER;

import java.util.UUID;
import org.hearten.people.Allowed;
import org.hearten.people.People;
import org.hearten.people.SignedIn;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** "I am here": answers who else is, and whether they saved something newer. */
@Controller
class PresenceController {
    private final Presence presence;
    private final Posts posts;
    private final People people;

    PresenceController(Presence presence, Posts posts, People people) {
        this.presence = presence;
        this.posts = posts;
        this.people = people;
    }

    @PostMapping("/posts/{post}/presence")
    @Allowed({AUTHOR, PUBLISHER})
    String create(
            SignedIn me,
            @PathVariable UUID post,
            @RequestParam(defaultValue = "false") boolean writing,
            @RequestParam(defaultValue = "0") int revision,
            Model page) {
        var id = new PostId(me.organisation(), post);
        var standing = posts.get(id);
        page.addAttribute("here", presence.seen(id, me.person(), writing))
                .addAttribute("names", people.names())
                .addAttribute(
                        "newer",
                        standing.revision() > revision && !standing.changedBy().equals(me.person()))
                .addAttribute("changedBy", people.name(standing.changedBy()))
                .addAttribute("path", "/posts/" + post);
        return "posts/_presence";
    }
}
