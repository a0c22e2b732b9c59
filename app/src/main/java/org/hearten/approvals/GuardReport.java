package org.hearten.approvals;

import java.util.List;
import org.hearten.checks.Checkable;
import org.hearten.checks.Checks;
import org.hearten.checks.Checkup;
import org.hearten.clearance.Departure;
import org.hearten.guard.Severity;
import org.hearten.posts.Post;
import org.springframework.stereotype.Component;

/** What the guard says about a post, for whoever decides about it. */
@Component
class GuardReport {
    private final Checks checks;
    private final List<Checkable> rooms;

    GuardReport(Checks checks, List<Checkable> rooms) {
        this.checks = checks;
        this.rooms = rooms;
    }

    Checkup of(Post post) {
        return rooms.stream()
                .filter(room -> room.kind() == Departure.Kind.POST)
                .flatMap(room -> room.words(post.facility(), post.id().value(), post.contentHash()).stream())
                .findFirst()
                .map(words -> checks.check(post.facility(), post.id().value(), words.parts()))
                .orElseGet(() -> new Checkup(List.of(), checks.packs()));
    }

    /** An identifier that was let stand, or anything that blocks: compliance must see it. */
    boolean points(Post post) {
        return of(post).found().stream()
                .anyMatch(found -> found.blocks()
                        || found.severity() == Severity.WARN
                                && found.finding().label().isIdentifier());
    }
}
