package org.hearten.publishing;

import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Optional;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.people.PersonId;
import org.hearten.posts.PostId;
import org.hearten.publishing.Shown.Cause;
import org.hearten.publishing.Shown.Happened;
import org.hearten.publishing.Shown.TakeDown;
import org.hearten.tenancy.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** From here on a post must stand nowhere. Nothing holds a take-down back: no rule is asked, no pause stops it. */
@Component
class TakeDowns {
    private final JdbcClient jdbc;
    private final DeliveryRows rows;
    private final History history;
    private final WholePosts posts;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    TakeDowns(
            JdbcClient jdbc,
            DeliveryRows rows,
            History history,
            WholePosts posts,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.history = history;
        this.posts = posts;
        this.events = events;
        this.clock = clock;
    }

    /** Waits for a claim that is being made, so that what it started is seen here. Safe to repeat. */
    @Transactional(propagation = Propagation.MANDATORY)
    public void ask(PostId post, Cause cause, @Nullable PersonId by) {
        var now = clock.instant();
        var all = rows.heldOf(post);
        var changed = new ArrayList<DeliveryRow>();
        var happened = new ArrayList<Happened>();
        var who = by == null ? null : by.value();
        var mayStand = false;
        for (var row : all) {
            switch (row.state) {
                case PLANNED, RETRY, RATE_LIMITED, HELD, DISCONNECTED -> {
                    row.cancelled(now);
                    happened.add(Happened.to(row, Step.CANCELLED, now).by(who));
                    changed.add(row);
                }
                case SENDING -> {
                    // The request is under way, or about to ask whether it may start: its outcome is followed by a
                    // removal.
                    if (row.unwantedAt == null) {
                        row.unwantedAt = now;
                        happened.add(Happened.to(row, Step.UNWANTED, now).by(who));
                        changed.add(row);
                    }
                    mayStand = true;
                }
                case UNKNOWN, SENT -> {
                    var busyUntil = row.leaseUntil; // a worker is asking the network just now: after it
                    row.removing(now, busyUntil == null ? now : busyUntil);
                    happened.add(Happened.to(row, Step.TAKE_DOWN_ASKED, now).by(who));
                    changed.add(row);
                    mayStand = true;
                }
                case REMOVING -> mayStand = true;
                case REFUSED, CANCELLED, REMOVED -> {
                    // nothing stands
                }
            }
        }
        if (mayStand && !changed.isEmpty()) {
            add(all.getFirst(), cause, who, now);
        }
        rows.saveAll(changed);
        history.add(happened);
        for (var row : changed) {
            events.publishEvent(
                    Recorded.of(row.state == DeliveryState.CANCELLED ? "delivery.cancelled" : "delivery.unwanted")
                            .on("delivery", row.id.value())
                            .at(row.facility.value())
                            .saying(cause.name()));
        }
        posts.tell(changed, now);
    }

    private void add(DeliveryRow row, Cause cause, @Nullable UUID by, Instant now) {
        var id = Ids.next();
        jdbc.sql("""
                insert into take_down (organisation_id, id, post_id, facility_id, cause, asked_by, asked_at)
                values (:organisation, :id, :post, :facility, :cause, :by, :at)
                """)
                .param("organisation", row.id.organisation().value())
                .param("id", id)
                .param("post", row.post.value())
                .param("facility", row.facility.value())
                .param("cause", cause.name())
                .param("by", by)
                .param("at", DeliveryRows.at(now))
                .update();
        events.publishEvent(Recorded.of("post.take_down_asked")
                .on("post", row.post.value())
                .at(row.facility.value())
                .hashes(row.contentHash, null)
                .saying(cause.name()));
    }

    Optional<TakeDown> latest(PostId post) {
        return jdbc.sql("""
                select cause, asked_by, asked_at, done_at
                  from take_down
                 where organisation_id = :organisation
                   and post_id = :post
                 order by asked_at desc
                 limit 1
                """)
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .query((row, number) -> new TakeDown(
                        Cause.valueOf(row.getString("cause")),
                        row.getObject("asked_by", UUID.class),
                        row.getObject("asked_at", OffsetDateTime.class).toInstant(),
                        DeliveryRows.instant(row, "done_at")))
                .optional();
    }
}
