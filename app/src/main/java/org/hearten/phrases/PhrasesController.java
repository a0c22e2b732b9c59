package org.hearten.phrases;

import static org.hearten.people.Role.COMMUNITY_MANAGER;
import static org.hearten.people.Role.COMPLIANCE_OFFICER;

import java.util.UUID;
import org.hearten.people.Allowed;
import org.hearten.people.SignedIn;
import org.hearten.tenancy.Ids;
import org.hearten.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Saved answers: written, changed, removed and taken back. */
@Controller
class PhrasesController {
    private static final int MAX_NAME_CHARACTERS = 120;
    private static final int MAX_CHARACTERS = 4_000;

    private final Phrases phrases;

    PhrasesController(Phrases phrases) {
        this.phrases = phrases;
    }

    @GetMapping("/phrases")
    @Allowed({COMMUNITY_MANAGER, COMPLIANCE_OFFICER})
    String index(SignedIn me, Model page) {
        page.addAttribute("phrases", phrases.all(me.organisation())).addAttribute("written", Phrase.EMPTY);
        return "phrases/index";
    }

    @PostMapping("/phrases")
    @Allowed({COMMUNITY_MANAGER, COMPLIANCE_OFFICER})
    String create(
            SignedIn me,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String english,
            @RequestParam(defaultValue = "") String hindi,
            Flash flash,
            Model page) {
        var phrase = phrase(Ids.next(), name, english, hindi);
        if (phrase.isUsable()) {
            phrases.add(phrase, me.person());
            flash.say("phrases.added");
            return "redirect:/phrases";
        } else {
            page.addAttribute("phrases", phrases.all(me.organisation()))
                    .addAttribute("written", phrase)
                    .addAttribute("problem", "phrases.unclear");
            return "phrases/index";
        }
    }

    @PostMapping("/phrases/{phrase}")
    @Allowed({COMMUNITY_MANAGER, COMPLIANCE_OFFICER})
    String update(
            SignedIn me,
            @PathVariable UUID phrase,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String english,
            @RequestParam(defaultValue = "") String hindi,
            Flash flash) {
        var changed = phrase(phrase, name, english, hindi);
        if (changed.isUsable()) {
            phrases.rewrite(changed, me.person());
            flash.say("phrases.changed");
        } else {
            flash.warn("phrases.unclear");
        }
        return "redirect:/phrases";
    }

    @PostMapping("/phrases/{phrase}/removal")
    @Allowed({COMMUNITY_MANAGER, COMPLIANCE_OFFICER})
    String remove(SignedIn me, @PathVariable UUID phrase, Flash flash) {
        phrases.remove(phrase, me.person());
        flash.sayWithUndo("/phrases/" + phrase + "/return", "phrases.removed");
        return "redirect:/phrases";
    }

    @PostMapping("/phrases/{phrase}/return")
    @Allowed({COMMUNITY_MANAGER, COMPLIANCE_OFFICER})
    String giveBack(SignedIn me, @PathVariable UUID phrase, Flash flash) {
        phrases.giveBack(phrase, me.person());
        flash.say("phrases.returned");
        return "redirect:/phrases";
    }

    private static Phrase phrase(UUID id, String name, String english, String hindi) {
        return new Phrase(id, cut(name, MAX_NAME_CHARACTERS), cut(english, MAX_CHARACTERS), cut(hindi, MAX_CHARACTERS));
    }

    private static String cut(String text, int most) {
        var lines = text.replace("\r\n", "\n").strip();
        return lines.length() <= most ? lines : lines.substring(0, most);
    }
}
