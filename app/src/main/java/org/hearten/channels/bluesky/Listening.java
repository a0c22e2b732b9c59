package org.hearten.channels.bluesky;

import static java.util.Map.entry;

import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearten.channels.AccountId;
import org.hearten.channels.Heard;
import org.hearten.channels.Hearing;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Hears replies, mentions and quotes. Likes and follows are numbers, not words, and are left out. */
class Listening {
    private static final int PAGE = 100;
    private static final int PAGES_IN_ONE_SITTING = 5;
    // The network sorts by the author's own clock, so a late post can turn up behind what was already heard.
    private static final Duration LATECOMERS = Duration.ofHours(24);

    private final Xrpc xrpc;
    private final SignedInCalls calls;
    private final BlueskySettings settings;
    private final Clock clock;

    Listening(Xrpc xrpc, SignedInCalls calls, BlueskySettings settings, Clock clock) {
        this.xrpc = xrpc;
        this.calls = calls;
        this.settings = settings;
        this.clock = clock;
    }

    Hearing since(AccountId account, @Nullable String cursor) {
        var now = clock.instant();
        var place = Place.of(cursor, now);
        var backTo = place.heardUntil().minus(LATECOMERS);
        var newest = place.newest();
        var page = place.page();
        var heard = new ArrayList<Heard>();
        for (var sitting = 0; sitting < PAGES_IN_ONE_SITTING; sitting++) {
            var answer = ask(account, page);
            var oldest = Instant.MAX;
            for (var notification : answer.path("notifications")) {
                var at = instant(notification.path("indexedAt")).orElse(Instant.MIN);
                oldest = at;
                if ((newest == null || at.isAfter(newest)) && !at.isAfter(now)) newest = at;
                if (!at.isBefore(backTo)) heard(notification, at).ifPresent(heard::addFirst);
            }
            page = answer.path("cursor").asString(null);
            if (page == null
                    || oldest.isBefore(backTo)
                    || answer.path("notifications").isEmpty()) {
                return new Hearing(heard, new Place(later(place.heardUntil(), newest), null, null).cursor());
            }
        }
        return new Hearing(heard, new Place(place.heardUntil(), later(place.heardUntil(), newest), page).cursor());
    }

    private JsonNode ask(AccountId account, @Nullable String page) {
        var parameters = new ArrayList<Map.Entry<String, String>>(List.of(
                entry("limit", String.valueOf(PAGE)),
                entry("reasons", "reply"),
                entry("reasons", "mention"),
                entry("reasons", "quote")));
        if (page != null) parameters.add(entry("cursor", page));
        return Unsent.bodyOrSilent(calls.call(
                account,
                session -> xrpc.ask(
                        session.pds(), "app.bsky.notification.listNotifications", session.accessToken(), parameters)));
    }

    private Optional<Heard> heard(JsonNode notification, Instant at) {
        return kind(notification.path("reason").asString("")).map(kind -> {
            var author = notification.path("author");
            var record = notification.path("record");
            var uri = notification.path("uri").asString("");
            var handle = author.path("handle").asString("");
            var name = author.path("displayName").asString("");
            return new Heard(
                    uri,
                    kind,
                    handle,
                    name.isBlank() ? handle : name,
                    record.path("text").asString(""),
                    record.path("reply").path("parent").path("uri").asString(null),
                    record.path("reply").path("root").path("uri").asString(null),
                    at,
                    settings.pageOf(author.path("did").asString(""), uri.substring(uri.lastIndexOf('/') + 1)));
        });
    }

    private static Optional<Heard.Kind> kind(String reason) {
        return switch (reason) {
            case "reply" -> Optional.of(Heard.Kind.REPLY);
            case "mention" -> Optional.of(Heard.Kind.MENTION);
            case "quote" -> Optional.of(Heard.Kind.QUOTE);
            default -> Optional.empty();
        };
    }

    private static Instant later(Instant one, @Nullable Instant other) {
        return other == null || other.isBefore(one) ? one : other;
    }

    private static Optional<Instant> instant(JsonNode text) {
        try {
            return Optional.of(OffsetDateTime.parse(text.asString("")).toInstant());
        } catch (DateTimeException unreadable) {
            return Optional.empty();
        }
    }
}
