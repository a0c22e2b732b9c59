package org.hearten.publishing;

import static java.util.stream.Collectors.toMap;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import org.hearten.clearance.Answer;
import org.hearten.clearance.Clearance;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.hearten.media.PictureId;
import org.hearten.posts.Attachment;
import org.hearten.posts.Post;
import org.hearten.posts.Posts;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Asks for many deliveries at once whether they may leave, and keeps every answer. */
@Component
class Departures {
    private static final Verdict EDITED = new Verdict.Held("publishing.held.edited");

    private final Clearance clearance;
    private final Posts posts;
    private final Manuscript manuscript;

    Departures(Clearance clearance, Posts posts, Manuscript manuscript) {
        this.clearance = clearance;
        this.posts = posts;
        this.manuscript = manuscript;
    }

    List<Leaving> ask(List<DeliveryRow> rows, Instant now) {
        var answers =
                clearance.ask(rows.stream().map(row -> departure(row, now)).toList());
        var read = posts.find(rows.stream().map(row -> row.post).distinct().toList());
        var byId = read.stream().collect(toMap(Post::id, Function.identity()));
        var pictures = manuscript.pictures(read);
        var all = new ArrayList<Leaving>();
        for (int place = 0; place < rows.size(); place++) {
            var row = rows.get(place);
            var leaving = leaving(row, promised(row, byId.get(row.post), pictures), answers.get(place));
            row.said = Said.of(leaving.answer(), now);
            all.add(leaving);
        }
        return all;
    }

    private static Departure departure(DeliveryRow row, Instant now) {
        return new Departure(row.facility, Departure.Kind.POST, row.post.value(), row.contentHash, row.askedBy, now);
    }

    /** Null when it was edited, has no words for this network, or lost a picture. */
    private static @Nullable Post promised(DeliveryRow row, @Nullable Post post, Set<PictureId> pictures) {
        var same = post != null
                && post.contentHash().equals(row.contentHash)
                && post.version(row.network).isPresent()
                && post.pictures().stream().map(Attachment::picture).allMatch(pictures::contains);
        return same ? post : null;
    }

    private static Leaving leaving(DeliveryRow row, @Nullable Post post, Answer answer) {
        if (post == null) {
            var said = new ArrayList<>(answer.said());
            said.add(new Answer.Said("content", EDITED));
            return new Leaving(row, null, new Answer(said));
        } else {
            return new Leaving(row, post, answer);
        }
    }
}
