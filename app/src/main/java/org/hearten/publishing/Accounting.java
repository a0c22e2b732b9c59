package org.hearten.publishing;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.hearten.channels.Account;
import org.hearten.channels.Accounts;
import org.hearten.channels.Network;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.people.People;
import org.hearten.posts.Post;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.hearten.publishing.Shown.Board;
import org.hearten.publishing.Shown.Line;
import org.hearten.publishing.Shown.Told;
import org.hearten.publishing.Shown.Whole;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Gives account of deliveries to people: where each one stands, how it came there, and why. */
@Component
@Transactional(readOnly = true)
class Accounting {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final DeliveryRows rows;
    private final Overview overview;
    private final History history;
    private final TakeDowns takeDowns;
    private final LateAlarms alarms;
    private final Posts posts;
    private final Accounts accounts;
    private final Facilities facilities;
    private final People people;
    private final PublishingSettings settings;
    private final Clock clock;

    Accounting(
            DeliveryRows rows,
            Overview overview,
            History history,
            TakeDowns takeDowns,
            LateAlarms alarms,
            Posts posts,
            Accounts accounts,
            Facilities facilities,
            People people,
            PublishingSettings settings,
            Clock clock) {
        this.rows = rows;
        this.overview = overview;
        this.history = history;
        this.takeDowns = takeDowns;
        this.alarms = alarms;
        this.posts = posts;
        this.accounts = accounts;
        this.facilities = facilities;
        this.people = people;
        this.settings = settings;
        this.clock = clock;
    }

    Whole of(PostId id) {
        var post = posts.get(id);
        var now = clock.instant();
        var all = accounts.of(post.facility());
        var handles = all.stream().collect(Collectors.toMap(Account::id, Account::handle));
        var told = new ArrayList<Told>();
        for (var row : rows.of(id)) {
            told.add(new Told(
                    row.shown(),
                    handles.getOrDefault(row.account, ""),
                    isLate(row, now),
                    history.of(row.id),
                    Said.reasons(row.said),
                    history.exposures(row.id)));
        }
        return new Whole(
                id,
                facilities.get(post.facility()),
                told,
                without(post, all),
                takeDowns.latest(id).orElse(null),
                people.names(),
                told.stream().anyMatch(each -> moves(each.delivery(), now)));
    }

    private static boolean moves(Delivery delivery, Instant now) {
        return switch (delivery.state()) {
            case SENDING, UNKNOWN, REMOVING -> !delivery.personDecides();
            case PLANNED, RETRY, RATE_LIMITED, HELD ->
                delivery.nextAt() != null && delivery.nextAt().isBefore(now.plus(SOON));
            case SENT, REFUSED, DISCONNECTED, CANCELLED, REMOVED -> false;
        };
    }

    private static List<Network> without(Post post, List<Account> all) {
        return post.versions().stream()
                .map(version -> version.network())
                .filter(network -> all.stream().noneMatch(account -> account.network() == network))
                .distinct()
                .toList();
    }

    private boolean isLate(DeliveryRow row, Instant now) {
        var open = !row.state.settled() || row.state == DeliveryState.DISCONNECTED;
        return open && row.state != DeliveryState.REMOVING && now.isAfter(row.dueAt.plus(settings.promise()));
    }

    Board board(List<FacilityId> where) {
        var now = clock.instant();
        var ids = where.stream().map(FacilityId::value).toList();
        var needs = overview.needingSomebody(ids, now.minus(settings.promise()));
        var coming = overview.coming(ids, now.minus(settings.promise()));
        var latest = overview.latest(ids);
        return new Board(
                lines(needs, now),
                lines(coming, now),
                lines(latest, now),
                alarms.open(ids).size());
    }

    private List<Line> lines(List<DeliveryRow> those, Instant now) {
        var lines = new ArrayList<Line>();
        for (var row : those) {
            lines.add(new Line(
                    row.shown(),
                    posts.find(row.post).map(Post::title).orElse(""),
                    facilities.get(row.facility),
                    accounts.find(row.account).map(Account::handle).orElse(""),
                    isLate(row, now)));
        }
        return lines;
    }
}
