package org.hearten.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.hearten.keys.Keys;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

/**
 * Carries a flash over a redirect, a restart or another process of the same Hearten: signed, short-lived, a message's key
 * and no text.
 */
@Component
class FlashCookie {
    private static final String NAME = "hearten-flash";
    private static final Duration KEPT = Duration.ofMinutes(1);

    private final Keys keys;
    private final Clock clock;

    FlashCookie(Keys keys, Clock clock) {
        this.keys = keys;
        this.clock = clock;
    }

    void put(Flash.Said said, HttpServletRequest request, HttpServletResponse response) {
        var lines = String.join(
                "\n",
                String.valueOf(clock.instant().plus(KEPT).getEpochSecond()),
                said.good() ? "good" : "bad",
                said.undo() == null ? "" : said.undo(),
                said.key(),
                String.join("\t", said.arguments()));
        var payload = encoded(lines.getBytes(StandardCharsets.UTF_8));
        set(payload + "." + encoded(signature(payload)), KEPT, request, response);
    }

    /** Once read it is gone. */
    Optional<Flash.Said> take(HttpServletRequest request, HttpServletResponse response) {
        var cookie = Choices.cookie(request, NAME);
        if (cookie.isPresent()) {
            set("", Duration.ZERO, request, response);
        }
        return cookie.flatMap(this::read);
    }

    private Optional<Flash.Said> read(String cookie) {
        var dot = cookie.indexOf('.');
        if (dot < 1 || !MessageDigest.isEqual(bytes(cookie.substring(dot + 1)), signature(cookie.substring(0, dot)))) {
            return Optional.empty();
        }
        var lines = new String(bytes(cookie.substring(0, dot)), StandardCharsets.UTF_8).split("\n", -1);
        if (lines.length != 5 || Instant.ofEpochSecond(Long.parseLong(lines[0])).isBefore(clock.instant())) {
            return Optional.empty();
        }
        var arguments = lines[4].isEmpty() ? List.<String>of() : Arrays.asList(lines[4].split("\t"));
        return Optional.of(
                new Flash.Said(lines[3], arguments, lines[1].equals("good"), lines[2].isEmpty() ? null : lines[2]));
    }

    private void set(String value, Duration age, HttpServletRequest request, HttpServletResponse response) {
        response.addHeader(
                "Set-Cookie",
                ResponseCookie.from(NAME, value)
                        .path("/")
                        .maxAge(age)
                        .httpOnly(true)
                        .secure(request.isSecure())
                        .sameSite("Lax")
                        .build()
                        .toString());
    }

    private byte[] signature(String payload) {
        return keys.hash(NAME, payload);
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] bytes(String text) {
        try {
            return Base64.getUrlDecoder().decode(text);
        } catch (IllegalArgumentException tampered) {
            return new byte[0];
        }
    }
}
