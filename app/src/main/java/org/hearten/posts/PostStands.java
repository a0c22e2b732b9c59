package org.hearten.posts;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import org.hearten.clearance.ClearanceRule;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.springframework.stereotype.Component;

/**
 * A post leaves only while it is wanted and says what was asked to leave. The row is held until the claim commits, so a
 * cancel or an edit comes wholly before the claim, or wholly after it.
 */
@Component
class PostStands implements ClearanceRule {
    private final PostRows rows;

    PostStands(PostRows rows) {
        this.rows = rows;
    }

    @Override
    public String name() {
        return "post";
    }

    @Override
    public List<Verdict> judge(List<Departure> departures) {
        var standing = rows.standing(departures.stream()
                .filter(departure -> departure.kind() == Departure.Kind.POST)
                .map(PostStands::post)
                .toList());
        return ClearanceRule.each(departures, departure -> switch (departure.kind()) {
            case REPLY, TAKE_DOWN -> new Verdict.Cleared("posts.clearance.not-a-post");
            case POST -> {
                var post = standing.get(post(departure));
                yield post == null ? new Verdict.Held("posts.clearance.gone") : judge(post, departure);
            }
        });
    }

    private static PostId post(Departure departure) {
        return new PostId(departure.facility().organisation(), departure.subject());
    }

    private static Verdict judge(Standing post, Departure departure) {
        var dueAt = post.dueAt();
        if (!post.facility().equals(departure.facility()) || !post.contentHash().equals(departure.contentHash())) {
            return new Verdict.Held("posts.clearance.edited");
        } else if (post.reviewIsDue(LocalDate.ofInstant(departure.at(), ZoneOffset.UTC))) {
            return new Verdict.Held("posts.clearance.review");
        } else if (dueAt == null || dueAt.isAfter(departure.at())) {
            return new Verdict.Held("posts.clearance.not-due");
        } else {
            return switch (post.stage()) {
                // Published or not sent: one network of several may still be waiting for its turn.
                case APPROVED, SENDING, PUBLISHED, NOT_SENT -> new Verdict.Cleared("posts.clearance.stands");
                case CANCELLED, TAKEN_DOWN -> new Verdict.Held("posts.clearance.cancelled");
                case DRAFT, IN_REVIEW, CHANGES_ASKED -> new Verdict.Held("posts.clearance.not-approved");
            };
        }
    }
}
