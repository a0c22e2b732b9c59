package org.hearten.hub;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.facilities.FacilityId;
import org.hearten.people.PersonId;
import org.hearten.tenancy.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What visitors wrote. Nothing a visitor writes is seen by others before {@link #show}. */
@Service
@Transactional(readOnly = true)
public class Comments {
    static final int MAX_NAME_CHARACTERS = 60;
    static final int MAX_TEXT_CHARACTERS = 2_000;
    /** A double click, or a page loaded again, is the same comment. */
    private static final Duration SAME_WORDS = Duration.ofHours(1);

    private final CommentRows rows;
    private final DeletionCodes codes;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Comments(CommentRows rows, DeletionCodes codes, ApplicationEventPublisher events, Clock clock) {
        this.rows = rows;
        this.codes = codes;
        this.events = events;
        this.clock = clock;
    }

    public Optional<CommentState> state(CommentId id) {
        return rows.state(id);
    }

    List<Comment> shown(PageId page) {
        return rows.shown(page);
    }

    /**
     * Holds what somebody says about a post, as its public page does. Safe to repeat.
     *
     * @return false while the post stands on no page
     */
    @Transactional
    public boolean write(FacilityId facility, UUID post, String author, String text) {
        var page = rows.pageOf(facility, post);
        page.ifPresent(found -> hold(facility, found, author, text));
        return page.isPresent();
    }

    /** @return the writer's deletion code, kept nowhere; empty when the same words are already held */
    @Transactional
    Optional<String> hold(FacilityId facility, PageId page, String author, String text) {
        rows.oneAtATime(facility);
        var now = clock.instant();
        if (rows.heldAlready(page, author, text, now.minus(SAME_WORDS))) {
            return Optional.empty();
        } else {
            var id = new CommentId(page.organisation(), Ids.next());
            var code = codes.fresh();
            rows.add(id, facility, page, author, text, codes.hash(code), now);
            events.publishEvent(
                    Recorded.of("hub.comment_held").on("comment", id.value()).at(facility.value()));
            events.publishEvent(new CommentWritten(id, facility, now));
            return Optional.of(code);
        }
    }

    /** Safe to repeat. @return false when there is nothing to show: its writer took it back */
    @Transactional
    public boolean show(CommentId id, PersonId by) {
        return decide(id, by, CommentState.SHOWN, "hub.comment_shown");
    }

    /** Never shown, or no longer. Safe to repeat. @return false when its writer already took it back */
    @Transactional
    public boolean refuse(CommentId id, PersonId by) {
        return decide(id, by, CommentState.REFUSED, "hub.comment_refused");
    }

    private boolean decide(CommentId id, PersonId by, CommentState state, String action) {
        var now = clock.instant();
        var before = rows.hold(id);
        if (before.isEmpty() || before.get().state() == CommentState.WITHDRAWN) {
            return false;
        } else if (before.get().state() != state) {
            rows.decide(id, state, by, now);
            rows.countAgain(before.get().page(), now);
            events.publishEvent(Recorded.of(action)
                    .on("comment", id.value())
                    .at(before.get().facility().value())
                    .hashes(before.get().state().name(), state.name()));
        }
        return true;
    }

    /** @return whether a comment had this code; its words are deleted */
    @Transactional
    boolean withdraw(FacilityId facility, String code) {
        var now = clock.instant();
        var id = rows.byCode(facility, codes.hash(code));
        id.ifPresent(comment -> {
            var page = rows.hold(comment).orElseThrow().page();
            rows.withdraw(comment, now);
            rows.countAgain(page, now);
            events.publishEvent(Recorded.of("hub.comment_withdrawn")
                    .on("comment", comment.value())
                    .at(facility.value()));
            events.publishEvent(new CommentWithdrawn(comment, facility, now));
        });
        return id.isPresent();
    }

    /** What a reader sees. */
    public record Comment(CommentId id, String author, String text, Instant at, List<Answer> answers) {}

    /** What the facility answered. */
    public record Answer(CommentId id, String text, Instant at) {}
}
