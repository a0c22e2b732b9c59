package org.hearten.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearten.publishing.PublishingStage.eventually;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.hearten.Given;
import org.hearten.Visit;
import org.hearten.approvals.Approvals;
import org.hearten.channels.Network;
import org.hearten.database.DurableDatabase;
import org.hearten.people.Role;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/**
 * The real Hearten, as {@code ./run} starts it, after 10,000 deliveries, half a minute of visitors on the Hub and 2,000 looks
 * at a full calendar: how much memory it holds. Run by {@code bench/memory}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Given.class)
@TestPropertySource(properties = {"hearten.publishing.worker=false", "hearten.insights.worker=false"})
class MemoryBench {
    private static final int DELIVERIES = Integer.getInteger("bench.deliveries", 10_000);
    private static final int LOOKS = 2_000;
    private static final int LIMIT = 640; // MB
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final DurableDatabase DATABASE = DurableDatabase.forThisProcess();

    @Autowired
    Given given;

    @Autowired
    Posts posts;

    @Autowired
    Approvals approvals;

    @Autowired
    JdbcClient jdbc;

    @Test
    void after_the_loads() throws Exception {
        var port = freePort();
        var post = new FrontDoor(given, posts, approvals)
                .approved("The open day begins at ten.", Instant.now().plus(Duration.ofDays(30)), Network.HUB);
        var copies = new Copies(given, jdbc, DATABASE);
        copies.multiply(post, DELIVERIES);
        copies.due(post, Instant.now());
        var hearten = HeartenProcess.start(
                DATABASE, new File("target/bench-memory.log"), List.of(), List.of("--port", Integer.toString(port)));
        try {
            eventually(() -> sent(post) == DELIVERIES, PATIENCE);
            System.out.printf(Locale.ROOT, "  after %d deliveries: %d MB%n", DELIVERIES, memory(hearten, "VmRSS"));
            visitors(port, page(post));
            System.out.printf(Locale.ROOT, "  after the visitors: %d MB%n", memory(hearten, "VmRSS"));
            var meera = new Visit(port).signedIn(given.narmada().emails().get(Role.AUTHOR));
            for (int look = 0; look < LOOKS; look++) {
                assertThat(meera.get("/calendar")).contains("class=\"month\"");
            }
            var held = memory(hearten, "VmRSS");
            System.out.printf(
                    Locale.ROOT,
                    "bench/memory: %d MB resident after the loads, %d MB at most (limit <= %d MB: %s)%n",
                    held,
                    memory(hearten, "VmHWM"),
                    LIMIT,
                    held <= LIMIT ? "reached" : "NOT reached");
        } finally {
            hearten.destroy();
            hearten.waitFor();
        }
    }

    private long sent(PostId post) {
        return given.in(
                post.organisation(),
                () -> jdbc.sql("select count(*) from delivery where state = 'SENT'")
                        .query(Long.class)
                        .single());
    }

    private String page(PostId post) {
        return given.in(
                post.organisation(),
                () -> jdbc.sql("select ref_url from delivery where state = 'SENT' limit 1")
                        .query(String.class)
                        .single());
    }

    private static void visitors(int port, String page) throws IOException, InterruptedException {
        assertThat(new Visit(port).get(page)).contains("<h1>");
        var wrk = new ProcessBuilder("wrk", "-t", "1", "-c", "16", "-d", "30s", "http://127.0.0.1:" + port + page)
                .redirectErrorStream(true)
                .redirectOutput(new File("target/bench-memory-visitors.log"))
                .start();
        assertThat(wrk.waitFor()).isZero();
    }

    /** @return megabytes, as the kernel counts them for that process */
    private static long memory(Process hearten, String line) throws IOException {
        return Files.readAllLines(Path.of("/proc", Long.toString(hearten.pid()), "status")).stream()
                        .filter(each -> each.startsWith(line + ":"))
                        .mapToLong(each -> Long.parseLong(each.replaceAll("[^0-9]", "")))
                        .findFirst()
                        .orElseThrow()
                / 1024;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
