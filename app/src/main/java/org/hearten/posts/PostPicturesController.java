package org.hearten.posts;

import static org.hearten.people.Role.*;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.ArrayList;
import java.util.UUID;
import org.hearten.media.Media;
import org.hearten.media.Upload;
import org.hearten.people.Allowed;
import org.hearten.people.SignedIn;
import org.hearten.web.Flash;
import org.hearten.web.Words;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A picture joins a post. When it cannot, what was typed about it stays in the form. */
@Controller
class PostPicturesController {
    private static final int ENOUGH = 4; // what Bluesky shows; more would be left out without a word

    private final Posts posts;
    private final Media media;
    private final Desks desks;

    PostPicturesController(Posts posts, Media media, Desks desks) {
        this.posts = posts;
        this.media = media;
        this.desks = desks;
    }

    /** The address of a refused picture, when somebody reloads it. */
    @GetMapping("/posts/{post}/pictures")
    @Allowed({AUTHOR, PUBLISHER})
    String show(@PathVariable UUID post) {
        return "redirect:/posts/" + post + "#pictures";
    }

    @PostMapping("/posts/{post}/pictures")
    @Allowed({AUTHOR, PUBLISHER})
    String create(
            SignedIn me,
            @PathVariable UUID post,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String alt,
            @RequestParam(defaultValue = "false") boolean clean,
            Flash flash,
            Words words,
            HttpServletResponse response,
            Model page)
            throws IOException {
        var id = new PostId(me.organisation(), post);
        var problem = add(posts.get(id), file.getBytes(), alt.strip(), clean, me, words);
        if (problem.isEmpty()) {
            flash.say("posts.picture.added");
            return "redirect:/posts/" + post + "#pictures";
        } else {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            var desk = desks.of(id, me);
            page.addAttribute("desk", desk)
                    .addAttribute("words", words.at(desk.facility().zone()))
                    .addAttribute("picture", new PictureTyped(alt, clean, problem));
            return "posts/show";
        }
    }

    /** What stood in the way, as a sentence; nothing when the picture is there. */
    private String add(Post before, byte[] file, String alt, boolean clean, SignedIn me, Words words) {
        if (before.pictures().size() >= ENOUGH) {
            return words.of("posts.pictures.enough", ENOUGH);
        } else {
            return switch (media.keep(before.facility(), me.person(), file)) {
                case Upload.Refused refused ->
                    words.of(refused.messageKey(), refused.arguments().toArray());
                case Upload.Kept(var picture) -> {
                    var pictures = new ArrayList<>(before.pictures());
                    pictures.add(new Attachment(picture.id(), picture.hash(), alt, clean));
                    var saved = posts.save(
                            before.id(), before.draft().withPictures(pictures), before.revision(), me.person());
                    yield saved instanceof Saved.Kept ? "" : words.of("posts.picture.again");
                }
            };
        }
    }
}
