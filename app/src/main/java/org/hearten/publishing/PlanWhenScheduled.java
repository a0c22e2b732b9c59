package org.hearten.publishing;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.hearten.audit.Recorded;
import org.hearten.channels.Account;
import org.hearten.channels.AccountId;
import org.hearten.channels.Accounts;
import org.hearten.channels.Channels;
import org.hearten.posts.Post;
import org.hearten.posts.PostNotSent;
import org.hearten.posts.PostScheduled;
import org.hearten.posts.Posts;
import org.hearten.posts.Stage;
import org.hearten.publishing.Shown.Happened;
import org.hearten.tenancy.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** An approved post with a time gets one delivery per account, each with the name it will have on the network. */
@Component
class PlanWhenScheduled {
    private final Posts posts;
    private final Accounts accounts;
    private final Channels channels;
    private final DeliveryRows rows;
    private final History history;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanWhenScheduled(
            Posts posts,
            Accounts accounts,
            Channels channels,
            DeliveryRows rows,
            History history,
            ApplicationEventPublisher events,
            Clock clock) {
        this.posts = posts;
        this.accounts = accounts;
        this.channels = channels;
        this.rows = rows;
        this.history = history;
        this.events = events;
        this.clock = clock;
    }

    @ApplicationModuleListener
    void on(PostScheduled scheduled) {
        var existing = rows.heldOf(scheduled.post());
        // The event may come twice, or after the post has moved on: only what the post says now is planned.
        posts.find(scheduled.post())
                .filter(post -> scheduled.contentHash().equals(post.contentHash())
                        && scheduled.dueAt().equals(post.dueAt())
                        && post.stage() != Stage.CANCELLED
                        && post.stage() != Stage.TAKEN_DOWN)
                .ifPresent(post -> plan(post, scheduled.dueAt(), existing));
    }

    private void plan(Post post, Instant dueAt, List<DeliveryRow> existing) {
        var now = clock.instant();
        var wanted = wanted(post);
        var happened = new ArrayList<Happened>();
        for (var row : existing) {
            if (!wanted.containsKey(row.account)) {
                drop(row, now, happened);
            }
        }
        var byAccount = new LinkedHashMap<AccountId, DeliveryRow>();
        existing.forEach(row -> byAccount.put(row.account, row));
        for (var account : wanted.values()) {
            var row = byAccount.get(account.id());
            if (row == null) {
                happened.add(Happened.to(add(post, account, dueAt, now), Step.PLANNED, now));
            } else if (mayPlanAgain(row, post, dueAt)) {
                row.plannedAgain(
                        post.scheduledBy() == null ? post.author() : post.scheduledBy(),
                        channels.of(row.network).mintKey(now),
                        post.contentHash(),
                        dueAt);
                rows.save(row);
                record("delivery.planned", row);
                happened.add(Happened.to(row, Step.PLANNED, now));
            }
        }
        history.add(happened);
        if (wanted.isEmpty()) {
            events.publishEvent(new PostNotSent(post.id(), now));
        }
    }

    /** A version that names no account goes to the facility's account on its network. */
    private Map<AccountId, Account> wanted(Post post) {
        var all = accounts.of(post.facility());
        var wanted = new LinkedHashMap<AccountId, Account>();
        for (var version : post.versions()) {
            all.stream()
                    .filter(account -> account.network() == version.network())
                    .filter(account -> version.account() == null || account.id().equals(version.account()))
                    .findFirst()
                    .ifPresent(account -> wanted.put(account.id(), account));
        }
        return wanted;
    }

    private void drop(DeliveryRow row, Instant now, List<Happened> happened) {
        if (row.state.waits()) {
            row.cancelled(now);
            rows.save(row);
            record("delivery.cancelled", row);
            happened.add(Happened.to(row, Step.CANCELLED, now));
        }
    }

    private DeliveryRow add(Post post, Account account, Instant dueAt, Instant now) {
        var row = new DeliveryRow(
                new DeliveryId(post.id().organisation(), Ids.next()),
                post.id(),
                post.facility(),
                account.id(),
                account.network(),
                channels.of(account.network()).mintKey(now),
                post.contentHash(),
                dueAt);
        row.askedBy = post.scheduledBy() == null ? post.author() : post.scheduledBy();
        rows.add(row);
        record("delivery.planned", row);
        return row;
    }

    /** Never what stands, is on its way, or may stand; and the same wish twice is one wish. */
    private static boolean mayPlanAgain(DeliveryRow row, Post post, Instant dueAt) {
        var sameWish = row.contentHash.equals(post.contentHash()) && row.dueAt.equals(dueAt);
        return switch (row.state) {
            case PLANNED, RETRY, RATE_LIMITED, HELD, REFUSED, DISCONNECTED -> !sameWish;
            case CANCELLED -> row.nextAt == null;
            case SENDING, SENT, UNKNOWN, REMOVING, REMOVED -> false;
        };
    }

    private void record(String action, DeliveryRow row) {
        events.publishEvent(Recorded.of(action)
                .on("delivery", row.id.value())
                .at(row.facility.value())
                .hashes(null, row.contentHash)
                .saying(row.network.name()));
    }
}
