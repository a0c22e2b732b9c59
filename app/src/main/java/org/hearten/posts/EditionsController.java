package org.hearten.posts;

import static org.hearten.people.Role.ADMINISTRATOR;
import static org.hearten.people.Role.ANALYST;
import static org.hearten.people.Role.AUDITOR;
import static org.hearten.people.Role.AUTHOR;
import static org.hearten.people.Role.CLINICAL_REVIEWER;
import static org.hearten.people.Role.COMMUNITY_MANAGER;
import static org.hearten.people.Role.COMPLIANCE_OFFICER;
import static org.hearten.people.Role.PUBLISHER;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hearten.channels.Network;
import org.hearten.facilities.Facilities;
import org.hearten.people.Allowed;
import org.hearten.people.People;
import org.hearten.people.SignedIn;
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

/** Everything a post once said, what changed each time, and the way back. */
@Controller
class EditionsController {
    private final Posts posts;
    private final People people;
    private final Facilities facilities;

    EditionsController(Posts posts, People people, Facilities facilities) {
        this.posts = posts;
        this.people = people;
        this.facilities = facilities;
    }

    @GetMapping("/posts/{post}/editions")
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
    String index(
            SignedIn me,
            @PathVariable UUID post,
            @RequestParam(required = false) @Nullable Integer seen,
            Words words,
            Model page) {
        var standing = posts.get(new PostId(me.organisation(), post));
        var editions = posts.editions(standing.id());
        var shown = editions.stream()
                .filter(edition -> seen == null || edition.revision() == seen)
                .findFirst()
                .orElse(editions.isEmpty() ? null : editions.getFirst());
        page.addAttribute("post", standing)
                .addAttribute("editions", editions)
                .addAttribute("shown", shown)
                .addAttribute("changes", shown == null ? List.of() : changes(editions, shown))
                .addAttribute("names", people.names())
                .addAttribute(
                        "mayRestore",
                        shown != null
                                && standing.open()
                                && me.mayAny(List.of(AUTHOR, PUBLISHER), standing.facility())
                                && shown.revision() != standing.revision())
                .addAttribute(
                        "words", words.at(facilities.get(standing.facility()).zone()));
        return "posts/editions";
    }

    /** What it says now is an edition too, so that going back can itself be taken back. */
    @PostMapping("/posts/{post}/editions/{revision}/restoration")
    @Allowed({AUTHOR, PUBLISHER})
    String restore(SignedIn me, @PathVariable UUID post, @PathVariable int revision, Flash flash) {
        var id = new PostId(me.organisation(), post);
        var before = posts.get(id).revision();
        switch (posts.restore(id, revision, me.person())) {
            case Saved.Kept kept -> {
                var undo = "/posts/" + post + "/editions/" + before + "/restoration";
                flash.sayWithUndo(undo, kept.voided() ? "posts.editions.restored.voided" : "posts.editions.restored");
            }
            case Saved.ChangedMeanwhile meanwhile -> throw new Refusal(HttpStatus.CONFLICT, "posts.picture.again");
            case Saved.Closed closed -> throw new Refusal(HttpStatus.CONFLICT, "posts.refused.too-late");
        }
        return "redirect:/posts/" + post;
    }

    private static List<Change> changes(List<Edition> editions, Edition shown) {
        var at = editions.indexOf(shown);
        var older = at + 1 < editions.size() ? editions.get(at + 1).draft() : null;
        var now = shown.draft();
        var changes = new ArrayList<Change>();
        changes.add(change(null, "posts.part.title", older == null ? null : older.title(), now.title()));
        changes.add(change(null, "posts.part.text", older == null ? null : older.text(), now.text()));
        for (var network : Network.values()) {
            var then = older == null ? null : own(older, network);
            var fresh = own(now, network);
            if (!fresh.isEmpty() || then != null && !then.isEmpty()) {
                changes.add(change(network, "posts.part.own", then, fresh));
            }
        }
        changes.add(change(null, "posts.sources", older == null ? null : sources(older), sources(now)));
        changes.add(change(null, "posts.part.alts", older == null ? null : pictures(older), pictures(now)));
        return changes.stream()
                .filter(change ->
                        change.pieces().stream().anyMatch(piece -> !piece.text().isBlank()))
                .toList();
    }

    private static Change change(@Nullable Network network, String key, @Nullable String then, String now) {
        return new Change(
                network, key, WordDiff.between(then == null ? now : then, now), then != null && !then.equals(now));
    }

    private static String own(Draft draft, Network network) {
        return draft.versions().stream()
                .filter(version -> version.network() == network && version.own())
                .map(Version::text)
                .findFirst()
                .orElse("");
    }

    private static String sources(Draft draft) {
        return String.join(
                "\n",
                draft.sources().stream()
                        .map(source -> (source.title() + " " + source.publisher() + " " + source.address()).strip())
                        .toList());
    }

    private static String pictures(Draft draft) {
        return String.join("\n", draft.pictures().stream().map(Attachment::alt).toList());
    }
}
