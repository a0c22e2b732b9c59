package org.hearten.channels.bluesky;

import java.io.IOException;
import java.net.ConnectException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import javax.net.ssl.SSLHandshakeException;
import org.hearten.channels.Trouble;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Speaks XRPC, the protocol's way of calling a server, and never throws: what goes wrong is an {@link Answer} too.
 * It follows no redirect, since a redirect would carry the token to somebody else.
 */
class Xrpc {
    private static final Duration CONNECT_WITHIN = Duration.ofSeconds(5);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(20);
    private static final Duration TAKE_PICTURE_WITHIN = Duration.ofSeconds(60);
    private static final Duration WAIT_IF_NOT_TOLD = Duration.ofMinutes(1);
    private static final Duration WAIT_AT_MOST = Duration.ofHours(24);
    private static final long LARGEST_ANSWER_BYTES = 4L << 20;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(CONNECT_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final JsonMapper json;
    private final Clock clock;
    private final Duration answerWithin;

    Xrpc(JsonMapper json, Clock clock) {
        this(json, clock, ANSWER_WITHIN);
    }

    Xrpc(JsonMapper json, Clock clock, Duration answerWithin) {
        this.json = json;
        this.clock = clock;
        this.answerWithin = answerWithin;
    }

    /** Parameters come in pairs of name and value; a name may come again. */
    Answer ask(URI server, String method, @Nullable String token, List<Map.Entry<String, String>> parameters) {
        var query = parameters.stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
        return exchange(request(server, method + (query.isEmpty() ? "" : "?" + query), token, answerWithin)
                .GET()
                .build());
    }

    Answer tell(URI server, String method, @Nullable String token, @Nullable JsonNode body) {
        var request = request(server, method, token, answerWithin);
        if (body == null) {
            request.POST(BodyPublishers.noBody());
        } else {
            request.header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofByteArray(json.writeValueAsBytes(body)));
        }
        return exchange(request.build());
    }

    Answer give(URI server, String method, String token, String mediaType, byte[] bytes) {
        return exchange(request(server, method, token, TAKE_PICTURE_WITHIN)
                .header("Content-Type", mediaType)
                .POST(BodyPublishers.ofByteArray(bytes))
                .build());
    }

    private static HttpRequest.Builder request(URI server, String what, @Nullable String token, Duration within) {
        var request = HttpRequest.newBuilder(server.resolve("/xrpc/" + what))
                .timeout(within)
                .header("Accept", "application/json")
                .header("User-Agent", "Hearten");
        return token == null ? request : request.header("Authorization", "Bearer " + token);
    }

    private Answer exchange(HttpRequest request) {
        var exchange = http.sendAsync(request, BodyHandlers.limiting(BodyHandlers.ofByteArray(), LARGEST_ANSWER_BYTES));
        try {
            // The request's own limit ends with the first byte of the answer; this one holds for the whole of it.
            var whole = request.timeout().orElse(ANSWER_WITHIN).plus(CONNECT_WITHIN);
            return read(exchange.get(whole.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException failed) {
            return classify(failed.getCause());
        } catch (TimeoutException tooSlow) {
            return abandon(exchange, Trouble.TOO_SLOW);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return abandon(exchange, Trouble.CUT_OFF);
        }
    }

    private static Answer abandon(CompletableFuture<?> exchange, Trouble trouble) {
        exchange.cancel(true);
        return new Answer.Silence(trouble);
    }

    private static Answer classify(@Nullable Throwable failure) {
        return switch (failure) {
            case HttpConnectTimeoutException _ -> new Answer.NeverLeft(Trouble.NOT_REACHED);
            case HttpTimeoutException _ -> new Answer.Silence(Trouble.TOO_SLOW);
            case ConnectException unnamed when unnamed.getCause() instanceof UnresolvedAddressException ->
                new Answer.NeverLeft(Trouble.NAME_NOT_FOUND);
            case ConnectException unnamed when unnamed.getCause() instanceof ConnectException inner
                    && inner.getCause() instanceof UnresolvedAddressException -> new Answer.NeverLeft(Trouble.NAME_NOT_FOUND);
            case ConnectException _ -> new Answer.NeverLeft(Trouble.NOT_REACHED);
            case SSLHandshakeException _ -> new Answer.NeverLeft(Trouble.BAD_CERTIFICATE);
            case IOException _ -> new Answer.Silence(Trouble.CUT_OFF);
            case null, default -> throw new IllegalStateException("The exchange ended in an unforeseen way", failure);
        };
    }

    private Answer read(HttpResponse<byte[]> response) {
        var body = parse(response.body());
        if (response.statusCode() / 100 != 2) {
            var error = body == null ? "" : body.path("error").asString("");
            var message = body == null ? "HTTP " + response.statusCode() : body.path("message").asString("");
            return new Answer.No(response.statusCode(), error, message, quietUntil(response));
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

    private @Nullable Instant quietUntil(HttpResponse<?> response) {
        if (response.statusCode() != 429) return null;
        var now = clock.instant();
        var told = response.headers().firstValue("RateLimit-Reset").map(Xrpc::epochSecond);
        var until = told.or(() -> response.headers().firstValue("Retry-After").map(wait -> retryAfter(wait, now)))
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
                    : ZonedDateTime.parse(value.strip(), DateTimeFormatter.RFC_1123_DATE_TIME).toInstant();
        } catch (NumberFormatException | DateTimeException | ArithmeticException unreadable) {
            return null;
        }
    }
}
