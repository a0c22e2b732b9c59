package org.hearten.posts;

import java.time.Clock;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.hearten.audit.Recorded;
import org.hearten.audit.RecordedTogether;
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
            move(post.id(), EnumSet.of(Stage.IN_REVIEW), Stage.APPROVED);
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
    void on(PostsPublished published) {
        move(published.posts(), EnumSet.of(Stage.APPROVED, Stage.SENDING, Stage.NOT_SENT), Stage.PUBLISHED);
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
        move(List.of(id), from, to);
    }

    private void move(Collection<PostId> ids, Set<Stage> from, Stage to) {
        var moved = rows.move(ids, from, to, clock.instant());
        events.publishEvent(new RecordedTogether(moved.stream()
                .map(post -> Recorded.of("post.moved")
                        .on("post", post.id().value())
                        .at(post.facility().value())
                        .hashes(post.contentHash(), post.contentHash())
                        .saying(to.name()))
                .toList()));
    }
}
