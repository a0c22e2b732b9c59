package org.hearten.publishing;

import static org.hearten.publishing.PublishingStage.eventually;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.hearten.Given;
import org.hearten.approvals.Approvals;
import org.hearten.approvals.Round;
import org.hearten.channels.Network;
import org.hearten.people.Role;
import org.hearten.posts.Draft;
import org.hearten.posts.Pillar;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.hearten.posts.Stage;
import org.hearten.posts.Submission;
import org.hearten.posts.Version;

/** Takes posts the whole way, as people do: written, submitted, approved, timed. For benchmarks, which cut no corner. */
final class FrontDoor {
    private final Given given;
    private final Posts posts;
    private final Approvals approvals;

    FrontDoor(Given given, Posts posts, Approvals approvals) {
        this.given = given;
        this.posts = posts;
        this.approvals = approvals;
    }

    PostId approved(String text, Instant due, Network network) {
        var cast = given.narmada();
        var meera = cast.with(Role.AUTHOR);
        var post = given.as(meera, () -> {
            var draft = new Draft(
                    cast.first(),
                    "Open day",
                    text,
                    Pillar.COMMUNITY,
                    "en",
                    List.of(Version.same(network)),
                    List.of(),
                    List.of());
            var id = posts.start(draft, meera, due);
            if (posts.submit(id, meera) instanceof Submission.NotYet notYet) {
                throw new IllegalStateException("Not ready: " + notYet.reasons());
            }
            return id;
        });
        var farah = cast.with(Role.COMPLIANCE_OFFICER);
        eventually(() -> given.as(farah, () -> approvals.of(post)).stream()
                .anyMatch(round -> round.state() == Round.State.OPEN));
        for (var role : List.of(Role.COMPLIANCE_OFFICER, Role.PUBLISHER, Role.CLINICAL_REVIEWER)) {
            var person = cast.with(role);
            given.run(person, () -> {
                var round = approvals.of(post).getFirst();
                if (round.state() == Round.State.OPEN
                        && !approvals.openTo(round, person).isEmpty()) {
                    approvals.approve(post, round.contentHash(), person, null, true, true);
                }
            });
        }
        eventually(() -> given.as(farah, () -> posts.get(post).stage()) != Stage.IN_REVIEW, Duration.ofSeconds(60));
        return post;
    }
}
