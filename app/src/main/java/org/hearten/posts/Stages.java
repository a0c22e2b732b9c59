package org.hearten.posts;

import java.time.Clock;
import java.util.EnumSet;
import java.util.Set;
import org.hearten.audit.Recorded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/**
 * Moves a post along when later rooms say what happened. An event may come twice, or after a later one: a move is made
 * only from a stage it can follow.
 */
@Component
class Stages {
    private final PostRows rows;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Stages(PostRows rows, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.events = events;
        this.clock = clock;
    }

    /** Counts only for the words that stand now. An approved post that has a time goes on to publishing. */
    @ApplicationModuleListener
    void on(PostApproved approved) {
        var post = rows.hold(approved.post()).orElse(null);
        if (post != null
                && post.stage() == Stage.IN_REVIEW
                && post.contentHash().equals(approved.contentHash())) {
            move(post, Stage.APPROVED);
            if (post.dueAt() != null) {
                events.publishEvent(new PostScheduled(post.id(), post.contentHash(), post.dueAt(), clock.instant()));
            }
        }
    }

    @ApplicationModuleListener
    void on(ChangesAsked asked) {
        move(asked.post(), EnumSet.of(Stage.IN_REVIEW, Stage.APPROVED), Stage.CHANGES_ASKED);
    }

    @ApplicationModuleListener
    void on(PostSending sending) {
        move(sending.post(), EnumSet.of(Stage.APPROVED), Stage.SENDING);
    }

    @ApplicationModuleListener
    void on(PostPublished published) {
        move(published.post(), EnumSet.of(Stage.APPROVED, Stage.SENDING, Stage.NOT_SENT), Stage.PUBLISHED);
    }

    @ApplicationModuleListener
    void on(PostNotSent unsent) {
        move(unsent.post(), EnumSet.of(Stage.APPROVED, Stage.SENDING), Stage.NOT_SENT);
    }

    /** A cancelled post that was caught in flight stays cancelled. */
    @ApplicationModuleListener
    void on(PostTakenDown gone) {
        move(gone.post(), EnumSet.of(Stage.APPROVED, Stage.SENDING, Stage.PUBLISHED), Stage.TAKEN_DOWN);
    }

    private void move(PostId id, Set<Stage> from, Stage to) {
        rows.hold(id).filter(post -> from.contains(post.stage())).ifPresent(post -> move(post, to));
    }

    private void move(Post post, Stage to) {
        rows.move(post, to, clock.instant());
        events.publishEvent(Recorded.of("post.moved")
                .on("post", post.id().value())
                .at(post.facility().value())
                .hashes(post.contentHash(), post.contentHash())
                .saying(to.name()));
    }
}
