package org.hearten.insights;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import org.hearten.facilities.Facilities;
import org.hearten.people.Allowed;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.hearten.web.Pages;
import org.hearten.web.Words;
import org.springframework.stereotype.Controller;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

/** A post's numbers on each network, latest first to the eye, with the curve that led there. */
@Controller
class NumbersController {
    private final Numbers numbers;
    private final Posts posts;
    private final Facilities facilities;
    private final TransactionTemplate reading;

    NumbersController(Numbers numbers, Posts posts, Facilities facilities, PlatformTransactionManager transactions) {
        this.numbers = numbers;
        this.posts = posts;
        this.facilities = facilities;
        this.reading = new TransactionTemplate(transactions);
        this.reading.setReadOnly(true);
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
    @GetMapping("/posts/{post}/numbers")
    String show(SignedIn me, @PathVariable UUID post, HttpServletRequest request, Words words, Model page) {
        var id = new PostId(me.organisation(), post);
        reading.executeWithoutResult(ignored -> {
            var facility = facilities.get(posts.get(id).facility());
            page.addAttribute("local", words.at(facility.zone()));
            page.addAttribute("post", id);
            page.addAttribute(
                    "numbers",
                    numbers.of(id).stream()
                            .map(watched -> new PostNumbers(watched.network(), numbers.snapshots(watched.delivery())))
                            .toList());
        });
        return Pages.either(request, "insights/show", "insights/_numbers");
    }
}
