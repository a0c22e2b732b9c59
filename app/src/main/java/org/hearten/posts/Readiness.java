package org.hearten.posts;

import java.util.ArrayList;
import java.util.List;
import org.hearten.channels.Channels;
import org.hearten.channels.TextRules;
import org.hearten.checks.Checks;
import org.hearten.checks.Checkup;
import org.hearten.posts.Submission.Reason;
import org.springframework.stereotype.Component;

/** Says what a post still lacks before anyone should be asked to approve it. */
@Component
class Readiness {
    private final Channels channels;
    private final Checks checks;

    Readiness(Channels channels, Checks checks) {
        this.channels = channels;
        this.checks = checks;
    }

    /** Keeps what the guard says: these are the words that will be asked about. */
    List<Reason> finalCheck(Post post) {
        return missing(
                post,
                checks.keep(post.facility(), post.id().value(), post.contentHash(), PostWords.parts(post.draft())));
    }

    List<Reason> missing(Post post, Checkup checkup) {
        var reasons = new ArrayList<Reason>();
        if (post.title().isBlank()) {
            reasons.add(Reason.of("posts.reason.title"));
        }
        if (post.versions().isEmpty()) {
            reasons.add(Reason.of("posts.reason.network"));
        }
        if (post.versions().stream().anyMatch(version -> version.text().isBlank())) {
            reasons.add(Reason.of("posts.reason.text"));
        }
        if (checkup.blocks() > 0) {
            reasons.add(Reason.of("posts.reason.blocks", checkup.blocks()));
        }
        if (checkup.openWarnings() > 0) {
            reasons.add(Reason.of("posts.reason.warnings", checkup.openWarnings()));
        }
        post.versions()
                .forEach(version ->
                        tooMuch(version, post, channels.of(version.network()).rules(), reasons));
        pictures(post, reasons);
        return reasons.stream().distinct().toList();
    }

    private static void tooMuch(Version version, Post post, TextRules rules, List<Reason> reasons) {
        var over = TextRules.graphemes(version.text()) - rules.maxGraphemes();
        if (over > 0) {
            reasons.add(Reason.of("posts.reason.long", version.network(), over, rules.maxGraphemes()));
        } else if (!rules.holds(version.text())) {
            reasons.add(Reason.of("posts.reason.bytes", version.network(), rules.maxBytes()));
        }
        if (post.pictures().size() > rules.maxPictures()) {
            reasons.add(Reason.of("posts.reason.pictures", version.network(), rules.maxPictures()));
        }
        if (post.pictures().stream()
                .anyMatch(picture -> TextRules.graphemes(picture.alt()) > rules.maxAltCharacters())) {
            reasons.add(Reason.of("posts.reason.alt-long", version.network(), rules.maxAltCharacters()));
        }
    }

    private static void pictures(Post post, List<Reason> reasons) {
        if (post.pictures().stream().anyMatch(picture -> picture.alt().isBlank())) {
            reasons.add(Reason.of("posts.reason.alt"));
        }
        if (post.pictures().stream().anyMatch(picture -> !picture.declared())) {
            reasons.add(Reason.of("posts.reason.declaration"));
        }
    }
}
