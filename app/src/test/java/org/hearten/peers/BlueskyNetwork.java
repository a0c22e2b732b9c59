package org.hearten.peers;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.opentest4j.TestAbortedException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Bluesky network on loopback, one for all tests of a run. It is started by the first test that asks and ends
 * with this process. Where {@code peers/bluesky} is not installed, whoever asks is skipped, and says so.
 *
 * <p>Accounts: {@code bhopal-hospital} and {@code sehore-clinic} of Narmada, {@code grace-visits} for anybody outside.
 */
public final class BlueskyNetwork {
    public record Account(String did, String handle, String password, String appPassword) {}

    /** @param answers the uri of the post that it answers, or null */
    public record Post(
            BlueskyMember.Ref ref, String text, @Nullable String answers) {}

    private static final Duration UP_WITHIN = Duration.ofMinutes(3);
    private static final Duration STOPS_WITHIN = Duration.ofSeconds(15);
    private static final JsonMapper JSON = new JsonMapper();
    // Asked for HTTP 2 over plain HTTP, these servers hang up.
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static @Nullable BlueskyNetwork running;

    private final Process process;
    private final JsonNode told;
    private final Map<String, BlueskyMember> members = new ConcurrentHashMap<>();

    /** @throws TestAbortedException where the kit is not installed */
    public static synchronized BlueskyNetwork running() {
        if (running == null || !running.process.isAlive()) running = start();
        return running;
    }

    private static BlueskyNetwork start() {
        var kit = kit();
        if (!Files.exists(kit.resolve("node_modules/.installed"))) {
            var reason = "SKIPPED: the real Bluesky network is not installed; run peers/bluesky/install";
            System.err.println(reason);
            throw new TestAbortedException(reason);
        }
        try {
            // Its stdin is a pipe of ours: when this process ends, however it ends, the network does too.
            var log = Path.of("target", "bluesky-network.log");
            Files.createDirectories(log.toAbsolutePath().getParent());
            var process = new ProcessBuilder("node", "start.mjs", "--end-with-stdin")
                    .directory(kit.toFile())
                    .redirectError(log.toFile())
                    .start();
            var lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
            var line = CompletableFuture.supplyAsync(() -> firstOf(lines)).get(UP_WITHIN.toSeconds(), TimeUnit.SECONDS);
            if (line == null)
                throw new IllegalStateException("The Bluesky network did not start: " + Files.readString(log));
            return new BlueskyNetwork(process, JSON.readTree(line));
        } catch (IOException | ExecutionException | TimeoutException failed) {
            throw new IllegalStateException("The Bluesky network did not start", failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Path kit() {
        for (var folder = Path.of("").toAbsolutePath(); folder != null; folder = folder.getParent()) {
            if (Files.exists(folder.resolve("peers/bluesky/start.mjs"))) return folder.resolve("peers/bluesky");
        }
        throw new IllegalStateException(
                "peers/bluesky is not above " + Path.of("").toAbsolutePath());
    }

    private static @Nullable String firstOf(BufferedReader lines) {
        try {
            return lines.readLine();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private BlueskyNetwork(Process process, JsonNode told) {
        this.process = process;
        this.told = told;
        Runtime.getRuntime().addShutdownHook(new Thread(this::stop));
    }

    /** The server that accounts are connected to. */
    public URI pds() {
        return URI.create(told.path("pds").asString());
    }

    public Account account(String name) {
        return read(told.path("accounts").path(name));
    }

    /** One more account, for a test that must not meet what another test did. */
    public Account openAccount(String name) {
        return read(control("POST", "/accounts?name=" + name));
    }

    /** Somebody who posts, answers and likes by themselves. */
    public BlueskyMember member(String name) {
        return members.computeIfAbsent(name, _ -> new BlueskyMember(pds(), account(name)));
    }

    /** An account's posts and answers as readers see them, newest first: at most fifty. Settle first. */
    public List<Post> postsOf(Account account) {
        var feed =
                exchange(HttpRequest.newBuilder(URI.create(told.path("appview").asString()
                                + "/xrpc/app.bsky.feed.getAuthorFeed?filter=posts_with_replies&actor=" + account.did()))
                        .build());
        return feed.path("feed").values().stream()
                .map(entry -> entry.path("post"))
                .map(post -> new Post(
                        new BlueskyMember.Ref(
                                post.path("uri").asString(), post.path("cid").asString()),
                        post.path("record").path("text").asString(),
                        post.path("record")
                                .path("reply")
                                .path("parent")
                                .path("uri")
                                .asString(null)))
                .toList();
    }

    /** Waits until everything that was posted can be seen. Settle before somebody answers, and before anything is counted. */
    public void settle() {
        control("GET", "/settle");
    }

    private void stop() {
        try {
            process.destroy();
            process.waitFor(STOPS_WITHIN.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }

    private JsonNode control(String verb, String path) {
        return exchange(HttpRequest.newBuilder(URI.create(told.path("control").asString() + path))
                .method(verb, BodyPublishers.noBody())
                .build());
    }

    static JsonNode exchange(HttpRequest request) {
        try {
            var response = HTTP.send(request, BodyHandlers.ofString());
            if (response.statusCode() != 200) {
                throw new IllegalStateException(
                        request.uri() + " answered " + response.statusCode() + ": " + response.body());
            }
            return JSON.readTree(response.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private static Account read(JsonNode account) {
        return new Account(
                account.path("did").asString(),
                account.path("handle").asString(),
                account.path("password").asString(),
                account.path("appPassword").asString());
    }
}
