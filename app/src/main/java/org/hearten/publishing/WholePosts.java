package org.hearten.publishing;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.posts.PostId;
import org.hearten.posts.PostNotSent;
import org.hearten.posts.PostTakenDown;
import org.hearten.posts.PostsPublished;
import org.hearten.tenancy.OrganisationId;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Tells a post what became of it, once the last of its deliveries is settled. The caller holds those posts. */
@Component
class WholePosts {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;

    WholePosts(JdbcClient jdbc, ApplicationEventPublisher events) {
        this.jdbc = jdbc;
        this.events = events;
    }

    private record Whole(UUID post, boolean settled, boolean stands, boolean removed, boolean wanted) {}

    void tell(Collection<DeliveryRow> changed, Instant now) {
        var posts = new LinkedHashMap<UUID, PostId>();
        changed.stream().filter(row -> row.state.settled()).forEach(row -> posts.put(row.post.value(), row.post));
        if (!posts.isEmpty()) {
            var organisation = posts.values().iterator().next().organisation();
            var settled = jdbc
                    .sql("""
                            select post_id,
                                   bool_and(state in ('SENT', 'REFUSED', 'DISCONNECTED', 'CANCELLED', 'REMOVED')) as settled,
                                   bool_or(state = 'SENT') as stands,
                                   bool_or(state = 'REMOVED') as removed,
                                   bool_or(state in ('REFUSED', 'DISCONNECTED')) as wanted
                              from delivery
                             where organisation_id = :organisation
                               and post_id = any(:posts)
                             group by post_id
                            """)
                    .param("organisation", organisation.value())
                    .param("posts", posts.keySet().toArray(UUID[]::new))
                    .query((row, number) -> new Whole(
                            row.getObject("post_id", UUID.class),
                            row.getBoolean("settled"),
                            row.getBoolean("stands"),
                            row.getBoolean("removed"),
                            row.getBoolean("wanted")))
                    .list()
                    .stream()
                    .filter(Whole::settled)
                    .toList();
            tell(organisation, settled, now);
        }
    }

    private void tell(OrganisationId organisation, List<Whole> settled, Instant now) {
        var published = settled.stream().filter(Whole::stands).map(Whole::post).toList();
        if (!published.isEmpty()) {
            events.publishEvent(new PostsPublished(organisation, published, now));
        }
        settled.stream()
                .filter(whole -> !whole.stands())
                .forEach(whole -> tellGone(new PostId(organisation, whole.post()), whole, now));
    }

    private void tellGone(PostId post, Whole whole, Instant now) {
        if (whole.removed()) {
            if (takeDownsDone(post, now)) {
                events.publishEvent(new PostTakenDown(post, now));
            }
        } else if (whole.wanted()) {
            events.publishEvent(new PostNotSent(post, now));
        }
    }

    /** Whether somebody is told only now that it is gone. A check that finds it absent once more is no news. */
    private boolean takeDownsDone(PostId post, Instant now) {
        var done = jdbc.sql("""
                update take_down
                   set done_at = :now
                 where organisation_id = :organisation
                   and post_id = :post
                   and done_at is null
                returning id
                """)
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .param("now", DeliveryRows.at(now))
                .query(UUID.class)
                .list();
        for (var takeDown : done) {
            events.publishEvent(
                    Recorded.of("post.taken_down").on("post", post.value()).saying(takeDown.toString()));
        }
        return !done.isEmpty();
    }
}
