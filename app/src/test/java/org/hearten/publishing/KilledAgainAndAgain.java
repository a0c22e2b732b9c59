package org.hearten.publishing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearten.publishing.PublishingStage.eventually;

import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.hearten.Given;
import org.hearten.approvals.Approvals;
import org.hearten.channels.Network;
import org.hearten.channels.bluesky.BlueskyAccounts;
import org.hearten.database.DurableDatabase;
import org.hearten.peers.BlueskyNetwork;
import org.hearten.people.Role;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Tenancy;
import org.hearten.web.Refusal;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The real Hearten, as a process of its own, sends to a real Bluesky network and is killed with -9 again and again: at
 * random, and at each named moment. Afterwards the network itself is asked what stands there. {@code bench/crash} runs it
 * with many deliveries and kills.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import(Given.class)
@TestPropertySource(
        properties = {
            "hearten.publishing.worker=false",
            "hearten.insights.worker=false",
            "hearten.channels.bluesky.loopback-servers=true"
        })
class KilledAgainAndAgain {
    private static final int DELIVERIES = Integer.getInteger("bench.deliveries", 18);
    private static final int RANDOM_KILLS = Integer.getInteger("bench.random", 1);
    private static final int KILLS_EACH = Integer.getInteger("bench.each", 1);
    private static final int ROUNDS = RANDOM_KILLS + KILLS_EACH * Moment.values().length;
    private static final int PER_ROUND = Math.max(2, DELIVERIES / ROUNDS);
    private static final Duration UP_WITHIN = Duration.ofMinutes(3);
    private static final DurableDatabase DATABASE = DurableDatabase.forThisProcess();
    private static final JsonMapper JSON = new JsonMapper();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @Autowired
    Given given;

    @Autowired
    Posts posts;

    @Autowired
    Approvals approvals;

    @Autowired
    Deliveries deliveries;

    @Autowired
    DeliveryRows rows;

    @Autowired
    History history;

    @Autowired
    BlueskyAccounts bluesky;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    private final Random random = new Random(20261124);
    private final List<PostId> all = new ArrayList<>();
    private final Map<PostId, String> texts = new HashMap<>();
    private final Set<PostId> unwanted = new HashSet<>();
    private int killed;

    @Test
    void nothing_is_lost_doubled_or_left_standing() throws Exception {
        var network = BlueskyNetwork.running();
        var account =
                network.openAccount("crash-bench-" + ProcessHandle.current().pid());
        var nadia = given.narmada().with(Role.ADMINISTRATOR);
        var connection = tenancy.as(
                new Caller(nadia.organisation(), nadia.value(), "person", "127.0.0.1"),
                () -> bluesky.connect(
                        given.narmada().first(),
                        account.handle(),
                        account.appPassword(),
                        network.pds().toString()));
        assertThat(connection).isInstanceOf(BlueskyAccounts.Connection.Connected.class);

        var began = System.nanoTime();
        for (int round = 0; round < ROUNDS; round++) {
            write();
            if (round < RANDOM_KILLS) {
                killAtRandom();
            } else {
                killAt(Moment.values()[(round - RANDOM_KILLS) % Moment.values().length]);
            }
            System.out.printf(Locale.ROOT, "  round %d of %d, killed %d times%n", round + 1, ROUNDS, killed);
        }
        settle();

        say(account.did(), network.pds(), (System.nanoTime() - began) / 1e9);
    }

    /** Approved through the front door and due at once. */
    private void write() {
        var door = new FrontDoor(given, posts, approvals);
        for (int number = 0; number < PER_ROUND; number++) {
            var text = "Open day, note " + (all.size() + 1) + ".";
            var post = door.approved(text, Instant.now().minusSeconds(1), Network.BLUESKY);
            all.add(post);
            texts.put(post, text);
            eventually(() -> given.in(post.organisation(), () -> rows.of(post)).size() == 1);
        }
    }

    private void killAtRandom() throws Exception {
        var hearten = start("");
        var end = System.nanoTime() + UP_WITHIN.toNanos();
        while (hearten.isAlive() && System.nanoTime() < end && open() >= PER_ROUND) {
            Thread.sleep(1);
        }
        callOneOff();
        Thread.sleep(random.nextInt(120));
        kill(hearten);
    }

    private void killAt(Moment moment) throws Exception {
        var hearten =
                start(moment.name().toLowerCase(Locale.ROOT) + ":" + (1 + random.nextInt(Math.min(3, PER_ROUND))));
        var end = System.nanoTime() + UP_WITHIN.toNanos();
        while (hearten.isAlive() && System.nanoTime() < end && open() > 0) {
            Thread.sleep(5);
        }
        callOneOff();
        hearten.waitFor(3, TimeUnit.SECONDS);
        kill(hearten);
    }

    /** One of the latest is cancelled, or taken down where it already stands. */
    private void callOneOff() {
        var post = all.get(all.size() - 1 - random.nextInt(PER_ROUND));
        var meera = given.narmada().with(Role.AUTHOR);
        try {
            given.run(meera, () -> posts.cancel(post, meera));
        } catch (Refusal alreadyOut) {
            var farah = given.narmada().with(Role.COMPLIANCE_OFFICER);
            given.run(farah, () -> deliveries.takeDown(post, farah));
        }
        unwanted.add(post);
    }

    private long open() {
        return given.in(
                given.narmada().organisation(),
                () -> jdbc.sql("""
                        select count(*) from delivery
                         where state not in ('SENT', 'REFUSED', 'CANCELLED', 'REMOVED', 'REMOVING')
                        """).query(Long.class).single());
    }

    private void kill(Process hearten) throws InterruptedException {
        if (hearten.isAlive()) {
            hearten.destroyForcibly(); // SIGKILL
            hearten.waitFor();
        }
        killed++;
    }

    private void settle() throws Exception {
        var hearten = start("");
        eventually(
                () -> open() == 0
                        && given.in(
                                        given.narmada().organisation(),
                                        () -> jdbc.sql(
                                                        "select count(*) from delivery where state = 'REMOVING' or (unwanted_at is not null and settled_at is null)")
                                                .query(Long.class)
                                                .single())
                                == 0,
                Duration.ofMinutes(20));
        hearten.destroy();
        hearten.waitFor();
    }

    private static Process start(String failpoint) throws IOException {
        return HeartenProcess.start(
                DATABASE,
                new File("target/bench-crash.log"),
                failpoint.isEmpty() ? List.of() : List.of("-Dhearten.failpoint=" + failpoint),
                List.of(
                        "--port",
                        "0",
                        // Requests to this network take milliseconds, so a dead worker's lease may end soon.
                        "--hearten.publishing.lease=4s",
                        "--hearten.publishing.request-limit=2s",
                        "--hearten.publishing.poll=200ms",
                        "--hearten.publishing.first-retry=500ms",
                        "--hearten.channels.bluesky.loopback-servers=true"));
    }

    /** What the network says, record by record. */
    private void say(String did, URI pds, double seconds) throws Exception {
        var standing = new HashMap<String, Integer>();
        var keys = new HashSet<String>();
        String cursor = "";
        do {
            var page = get(pds.resolve("/xrpc/com.atproto.repo.listRecords?repo=" + did
                    + "&collection=app.bsky.feed.post&limit=100" + (cursor.isEmpty() ? "" : "&cursor=" + cursor)));
            for (var record : page.path("records")) {
                standing.merge(record.path("value").path("text").asString(""), 1, Integer::sum);
                var uri = record.path("uri").asString("");
                keys.add(uri.substring(uri.lastIndexOf('/') + 1));
            }
            cursor = page.path("cursor").asString("");
        } while (!cursor.isEmpty());
        int lost = 0;
        int doubled = 0;
        int left = 0;
        int unexplained = 0;
        for (var post : all) {
            var row = given.in(post.organisation(), () -> rows.of(post)).getFirst();
            var times = standing.getOrDefault(texts.get(post), 0);
            var steps = given.in(post.organisation(), () -> history.of(row.id));
            if (unwanted.contains(post)) {
                left += times > 0 || keys.contains(row.key.value()) ? 1 : 0;
            } else {
                lost += times == 0 ? 1 : 0;
                doubled += times > 1 ? 1 : 0;
            }
            var wanted = unwanted.contains(post)
                    ? Set.of(DeliveryState.CANCELLED, DeliveryState.REMOVED)
                    : Set.of(DeliveryState.SENT);
            unexplained += steps.isEmpty() || !wanted.contains(row.state) ? 1 : 0;
        }
        System.out.printf(
                Locale.ROOT,
                "bench/crash: %d deliveries to a real Bluesky server, killed %d times (%d at random, %d at each of %d moments), "
                        + "%d called off: lost %d/%d, doubled %d/%d, standing after deletion %d/%d, unexplained %d/%d; %.0f s%n",
                all.size(),
                killed,
                RANDOM_KILLS,
                KILLS_EACH,
                Moment.values().length,
                unwanted.size(),
                lost,
                all.size(),
                doubled,
                all.size(),
                left,
                unwanted.size(),
                unexplained,
                all.size(),
                seconds);
        if (lost + doubled + left + unexplained > 0) {
            throw new AssertionError("The promise is broken; see the line above");
        }
    }

    private static JsonNode get(URI address) throws Exception {
        return JSON.readTree(HTTP.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString())
                .body());
    }
}
