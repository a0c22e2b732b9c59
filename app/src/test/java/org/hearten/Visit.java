package org.hearten;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Somebody at a browser without script. */
public final class Visit {
    private static final Pattern PROOF = Pattern.compile("name=\"_csrf\" value=\"([^\"]+)\"");

    private final HttpClient browser =
            HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
    private final int port;

    public Visit(int port) {
        this.port = port;
    }

    public Visit signedIn(String email) {
        var answer = post("/sign-in", "/sign-in", Map.of("email", email, "password", Given.PASSWORD));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
        return this;
    }

    /** Sends a form that stands on a page, with the proof that it was seen there. */
    public HttpResponse<String> post(String page, String path, Map<String, String> fields) {
        var proof = PROOF.matcher(send(request(page)).body());
        assertThat(proof.find()).as("a form's proof on " + page).isTrue();
        var form = fields.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), UTF_8))
                .collect(Collectors.joining("&", "", "&_csrf=" + URLEncoder.encode(proof.group(1), UTF_8)));
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header("Origin", "http://localhost:" + port)
                .POST(BodyPublishers.ofString(form)));
    }

    /** The page, which is there. */
    public String get(String path) {
        var answer = send(request(path));
        assertThat(answer.statusCode()).as(path).isEqualTo(200);
        return answer.body();
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return browser.send(request.build(), BodyHandlers.ofString());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }
}
