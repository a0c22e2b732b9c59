package org.hearten.posts;

import static org.hearten.people.Role.AUTHOR;
import static org.hearten.people.Role.PUBLISHER;

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

/** Templates and blocks: written, changed, removed and taken back. */
@Controller
class BlocksController {
    private static final int MAX_CHARACTERS = 20_000;

    private final Blocks blocks;

    BlocksController(Blocks blocks) {
        this.blocks = blocks;
    }

    @GetMapping("/posts/blocks")
    @Allowed({AUTHOR, PUBLISHER})
    String index(SignedIn me, Model page) {
        page.addAttribute("blocks", blocks.all(me.organisation()));
        return "posts/blocks";
    }

    @PostMapping("/posts/blocks")
    @Allowed({AUTHOR, PUBLISHER})
    String create(
            SignedIn me,
            @RequestParam(defaultValue = "BLOCK") String kind,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String text,
            Flash flash) {
        if (name.isBlank() || text.isBlank()) {
            flash.warn("posts.blocks.unclear");
        } else {
            blocks.add(block(Ids.next(), kind, language, name, text), me.person());
            flash.say("posts.blocks.added");
        }
        return "redirect:/posts/blocks";
    }

    @PostMapping("/posts/blocks/{block}")
    @Allowed({AUTHOR, PUBLISHER})
    String update(
            SignedIn me,
            @PathVariable UUID block,
            @RequestParam(defaultValue = "BLOCK") String kind,
            @RequestParam(defaultValue = "en") String language,
            @RequestParam(defaultValue = "") String name,
            @RequestParam(defaultValue = "") String text,
            Flash flash) {
        if (name.isBlank() || text.isBlank()) {
            flash.warn("posts.blocks.unclear");
        } else {
            blocks.rewrite(block(block, kind, language, name, text), me.person());
            flash.say("posts.kept");
        }
        return "redirect:/posts/blocks";
    }

    @PostMapping("/posts/blocks/{block}/removal")
    @Allowed({AUTHOR, PUBLISHER})
    String remove(SignedIn me, @PathVariable UUID block, Flash flash) {
        blocks.remove(block, me.person());
        flash.sayWithUndo("/posts/blocks/" + block + "/return", "posts.blocks.removed");
        return "redirect:/posts/blocks";
    }

    @PostMapping("/posts/blocks/{block}/return")
    @Allowed({AUTHOR, PUBLISHER})
    String giveBack(SignedIn me, @PathVariable UUID block, Flash flash) {
        blocks.giveBack(block, me.person());
        flash.say("posts.schedule.returned");
        return "redirect:/posts/blocks";
    }

    private static Block block(UUID id, String kind, String language, String name, String text) {
        var lines = text.replace("\r\n", "\n").strip();
        return new Block(
                id,
                kind.equals("TEMPLATE") ? Block.Kind.TEMPLATE : Block.Kind.BLOCK,
                language.equals("hi") ? "hi" : "en",
                name.strip(),
                lines.length() <= MAX_CHARACTERS ? lines : lines.substring(0, MAX_CHARACTERS));
    }
}
