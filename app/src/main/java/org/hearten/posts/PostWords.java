package org.hearten.posts;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearten.checks.Checkable;
import org.hearten.checks.Part;
import org.hearten.clearance.Departure;
import org.hearten.facilities.FacilityId;
import org.springframework.stereotype.Component;

/** Everything of a post that a reader can read, part by part, for the guard to look at. */
@Component
class PostWords implements Checkable {
    static final String TITLE = "title";
    static final String MAIN = "text";
    static final String ALT = "alt-";
    static final String SOURCE = "source-";

    private final PostRows rows;

    PostWords(PostRows rows) {
        this.rows = rows;
    }

    @Override
    public Departure.Kind kind() {
        return Departure.Kind.POST;
    }

    @Override
    public Optional<Words> words(FacilityId facility, UUID subject, String contentHash) {
        return rows.find(new PostId(facility.organisation(), subject))
                .filter(post -> post.contentHash().equals(contentHash))
                .map(post -> new Words(parts(post.draft()), null));
    }

    /** A version of its own is named after its network. */
    static List<Part> parts(Draft draft) {
        var parts = new ArrayList<Part>();
        parts.add(new Part(TITLE, draft.title()));
        parts.add(new Part(MAIN, draft.text()));
        for (var version : draft.versions()) {
            if (version.own()) {
                parts.add(new Part(version.network().name(), version.text()));
            }
        }
        for (int at = 0; at < draft.pictures().size(); at++) {
            parts.add(new Part(ALT + at, draft.pictures().get(at).alt()));
        }
        for (int at = 0; at < draft.sources().size(); at++) {
            parts.add(new Part(SOURCE + at, draft.sources().get(at).title()));
        }
        return parts.stream().filter(part -> !part.text().isBlank()).toList();
    }
}
