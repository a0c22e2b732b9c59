package org.hearten.channels.bluesky;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.hearten.channels.Trouble;
import org.hearten.web.OutgoingHttp;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks XRPC, the protocol's way of calling a server, and never throws: what goes wrong is an {@link Answer} too. */
class Xrpc {
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final Duration TAKE_PICTURE_WITHIN = Duration.ofSeconds(40);
    private static final Duration LEAST_TIME_TO_START = Duration.ofSeconds(2);
    private static final Duration WAIT_IF_NOT_TOLD = Duration.ofMinutes(1);
    private static final Duration WAIT_AT_MOST = Duration.ofHours(24);
    private static final int LARGEST_ANSWER_BYTES = 4 << 20;

    /** {@link System#nanoTime} at which everything begun on this thread must be over. */
    private static final ScopedValue<Long> OVER_BY = ScopedValue.newInstance();

    private final OutgoingHttp http;
    private final ServerAddresses addresses;
    private final JsonMapper json;
    private final Clock clock;
    private final Duration answerWithin;

    Xrpc(OutgoingHttp http, ServerAddresses addresses, JsonMapper json, Clock clock) {
        this(http, addresses, json, clock, ANSWER_WITHIN);
    }

    Xrpc(OutgoingHttp http, ServerAddresses addresses, JsonMapper json, Clock clock, Duration answerWithin) {
        this.http = http;
        this.addresses = addresses;
        this.json = json;
        this.clock = clock;
        this.answerWithin = answerWithin;
    }

    /** However many calls the work makes, together they take no longer; what could not be started never left. */
    <T> T inTotalWithin(Duration limit, Supplier<T> work) {
        return ScopedValue.where(OVER_BY, System.nanoTime() + limit.toNanos()).call(work::get);
    }

    /** Parameters come in pairs of name and value; a name may come again. */
    Answer ask(URI server, String method, @Nullable String token, List<Map.Entry<String, String>> parameters) {
        var query = parameters.stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return exchange("GET", server, method + (query.isEmpty() ? "" : "?" + query), token, null, null, answerWithin);
    }

    Answer tell(URI server, String method, @Nullable String token, @Nullable JsonNode body) {
        return body == null
                ? exchange("POST", server, method, token, null, null, answerWithin)
                : exchange(
                        "POST", server, method, token, "application/json", json.writeValueAsBytes(body), answerWithin);
    }

    Answer give(URI server, String method, String token, String mediaType, byte[] bytes) {
        return exchange("POST", server, method, token, mediaType, bytes, TAKE_PICTURE_WITHIN);
    }

    private Answer exchange(
            String verb,
            URI server,
            String what,
            @Nullable String token,
            @Nullable String mediaType,
            byte @Nullable [] body,
            Duration within) {
        var left = OVER_BY.isBound() ? Duration.ofNanos(OVER_BY.get() - System.nanoTime()) : within;
        if (OVER_BY.isBound() && left.compareTo(LEAST_TIME_TO_START) < 0) return new Answer.NeverLeft(Trouble.TOO_SLOW);

        var headers = new HashMap<String, String>();
        headers.put("Accept", "application/json");
        if (token != null) headers.put("Authorization", "Bearer " + token);
        if (mediaType != null) headers.put("Content-Type", mediaType);
        var call = new OutgoingHttp.Call(
                verb,
                server.resolve("/xrpc/" + what),
                headers,
                body,
                left.compareTo(within) < 0 ? left : within,
                LARGEST_ANSWER_BYTES,
                addresses.isOwnMachine(server));
        return switch (http.send(call)) {
            case OutgoingHttp.Answer.Answered answered -> read(answered);
            case OutgoingHttp.Answer.Failed(var failure)
            when failure.mayHaveArrived() -> new Answer.Silence(trouble(failure));
            case OutgoingHttp.Answer.Failed(var failure) -> new Answer.NeverLeft(trouble(failure));
        };
    }

    private static Trouble trouble(OutgoingHttp.Failure failure) {
        return switch (failure) {
            case NAME_NOT_FOUND -> Trouble.NAME_NOT_FOUND;
            case PRIVATE_ADDRESS, NOT_HTTP, REFUSED -> Trouble.NOT_REACHED;
            case BAD_CERTIFICATE -> Trouble.BAD_CERTIFICATE;
            case TOO_SLOW -> Trouble.TOO_SLOW;
            case CUT_OFF -> Trouble.CUT_OFF;
            case TOO_LARGE, TOO_MANY_REDIRECTS -> Trouble.NOT_UNDERSTOOD;
        };
    }

    private Answer read(OutgoingHttp.Answer.Answered answered) {
        var body = parse(answered.body());
        if (answered.status() / 100 != 2) {
            var error = body == null ? "" : body.path("error").asString("");
            var message = body == null ? "" : body.path("message").asString("");
            var words = message.isBlank() && error.isBlank() ? "HTTP " + answered.status() : message;
            return new Answer.No(answered.status(), error, words, quietUntil(answered));
        }
        return body == null ? new Answer.Silence(Trouble.NOT_UNDERSTOOD) : new Answer.Yes(body);
    }

    private @Nullable JsonNode parse(byte[] body) {
        try {
            return body.length == 0 ? json.createObjectNode() : json.readTree(body);
        } catch (JacksonException unreadable) {
            return null;
        }
    }

    private @Nullable Instant quietUntil(OutgoingHttp.Answer.Answered answered) {
        if (answered.status() != 429) return null;
        var now = clock.instant();
        var until = answered.header("ratelimit-reset")
                .map(Xrpc::epochSecond)
                .or(() -> answered.header("retry-after").map(wait -> retryAfter(wait, now)))
                .filter(now::isBefore)
                .orElse(now.plus(WAIT_IF_NOT_TOLD));
        return until.isAfter(now.plus(WAIT_AT_MOST)) ? now.plus(WAIT_AT_MOST) : until;
    }

    private static @Nullable Instant epochSecond(String value) {
        try {
            return Instant.ofEpochSecond(Long.parseLong(value.strip()));
        } catch (NumberFormatException | DateTimeException unreadable) {
            return null;
        }
    }

    private static @Nullable Instant retryAfter(String value, Instant now) {
        try {
            return value.strip().chars().allMatch(Character::isDigit)
                    ? now.plusSeconds(Long.parseLong(value.strip()))
                    : ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant();
        } catch (NumberFormatException | DateTimeException | ArithmeticException unreadable) {
            return null;
        }
    }
}
