package org.hearten.posts;

import java.util.ArrayList;
import java.util.List;
import org.hearten.channels.Channels;
import org.hearten.channels.TextRules;
import org.hearten.posts.Submission.Reason;
import org.springframework.stereotype.Component;

/** Says what a post still lacks before anyone should be asked to approve it. */
@Component
class Readiness {
    private final Channels channels;

    Readiness(Channels channels) {
        this.channels = channels;
    }

    List<Reason> missing(Post post) {
        var reasons = new ArrayList<Reason>();
        if (post.title().isBlank()) {
            reasons.add(Reason.of("posts.reason.title"));
        }
        if (post.versions().isEmpty()) {
            reasons.add(Reason.of("posts.reason.network"));
        }
        for (var version : post.versions()) {
            if (version.text().isBlank()) {
                reasons.add(Reason.of("posts.reason.text", version.network()));
            } else {
                tooMuch(version, post, channels.of(version.network()).rules(), reasons);
            }
        }
        pictures(post, reasons);
        return reasons.stream().distinct().toList();
    }

    private static void tooMuch(Version version, Post post, TextRules rules, List<Reason> reasons) {
        var graphemes = TextRules.graphemes(version.text());
        if (graphemes > rules.maxGraphemes()) {
            reasons.add(Reason.of(
                    "posts.reason.long", version.network(), graphemes - rules.maxGraphemes(), rules.maxGraphemes()));
        } else if (!rules.holds(version.text())) {
            reasons.add(Reason.of("posts.reason.bytes", version.network(), rules.maxBytes()));
        }
        if (post.pictures().size() > rules.maxPictures()) {
            reasons.add(Reason.of("posts.reason.pictures", version.network(), rules.maxPictures()));
        }
        if (post.pictures().stream().anyMatch(picture -> TextRules.graphemes(picture.alt()) > rules.maxAltCharacters())) {
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
