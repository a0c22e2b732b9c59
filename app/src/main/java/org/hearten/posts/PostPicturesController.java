package org.hearten.posts;

import static org.hearten.people.Role.*;

import java.io.IOException;
import java.util.ArrayList;
import java.util.UUID;
import org.hearten.media.Media;
import org.hearten.media.Upload;
import org.hearten.people.Allowed;
import org.hearten.people.SignedIn;
import org.hearten.web.Flash;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** A picture joins a post. Its description and the author's declaration follow in the composer. */
@Controller
class PostPicturesController {
    private static final int ENOUGH = 4; // what Bluesky shows; more would be left out without a word

    private final Posts posts;
    private final Media media;

    PostPicturesController(Posts posts, Media media) {
        this.posts = posts;
        this.media = media;
    }

    @PostMapping("/posts/{post}/pictures")
    @Allowed({AUTHOR, PUBLISHER})
    String create(
            SignedIn me,
            @PathVariable UUID post,
            @RequestParam MultipartFile file,
            @RequestParam(defaultValue = "") String alt,
            @RequestParam(defaultValue = "false") boolean clean,
            Flash flash)
            throws IOException {
        var id = new PostId(me.organisation(), post);
        var before = posts.get(id);
        if (before.pictures().size() >= ENOUGH) {
            flash.warn("posts.pictures.enough", ENOUGH);
        } else {
            switch (media.keep(before.facility(), me.person(), file.getBytes())) {
                case Upload.Refused refused ->
                    flash.warn(refused.messageKey(), refused.arguments().toArray());
                case Upload.Kept kept -> {
                    var picture = kept.picture();
                    var pictures = new ArrayList<>(before.pictures());
                    pictures.add(new Attachment(picture.id(), picture.hash(), alt.strip(), clean));
                    var saved = posts.save(id, before.draft().withPictures(pictures), before.revision(), me.person());
                    if (saved instanceof Saved.Kept) {
                        flash.say("posts.picture.added");
                    } else {
                        flash.warn("posts.picture.again");
                    }
                }
            }
        }
        return "redirect:/posts/" + post + "#pictures";
    }
}
