package org.hearten.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.hearten.Given;
import org.hearten.Visit;
import org.hearten.channels.InHouse.Publication;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.Outgoing;
import org.hearten.channels.SendResult;
import org.hearten.database.DurableDatabase;
import org.hearten.people.Public;
import org.hearten.tenancy.Ids;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * A post on the Hub, read from PostgreSQL at each request, against a constant text behind the same filters in the same
 * process. Run by {@code bench/hub}, which asks with {@code wrk}.
 */
@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@Import({Given.class, HubBench.Constant.class})
class HubBench {
    private static final int ROUNDS = 5;
    private static final Duration WARM_UP = Duration.ofSeconds(Integer.getInteger("bench.warmup", 15));
    private static final Duration ROUND = Duration.ofSeconds(Integer.getInteger("bench.seconds", 5));
    private static final double LIMIT = 0.35;
    private static final Pattern RATE = Pattern.compile("Requests/sec: +([0-9.]+)");

    static {
        DurableDatabase.forThisProcess();
    }

    /** Only here: the product has no such address. */
    @TestConfiguration(proxyBeanMethods = false)
    @RestController
    static class Constant {
        @Public
        @GetMapping(path = "/hub/bench/en/constant", produces = "text/html;charset=UTF-8")
        String text() {
            return "Constant.";
        }
    }

    @Autowired
    Given given;

    @Autowired
    HubChannel hub;

    @LocalServerPort
    int port;

    @Test
    void a_post_against_a_constant_text() throws Exception {
        var post = published();
        assertThat(new Visit(port).get(post)).contains("<h1>Dengue: five signs</h1>");
        rate("/hub/bench/en/constant", WARM_UP);
        rate(post, WARM_UP);

        var ratios = new ArrayList<Double>();
        var posts = new ArrayList<Double>();
        var constants = new ArrayList<Double>();
        for (int round = 0; round < ROUNDS; round++) {
            constants.add(rate("/hub/bench/en/constant", ROUND));
            posts.add(rate(post, ROUND));
            ratios.add(posts.getLast() / constants.getLast());
        }

        System.out.printf(
                Locale.ROOT,
                "bench/hub: post page %.0f/s, constant text %.0f/s; median ratio %.2f (limit >= %.2f: %s)%n",
                median(posts),
                median(constants),
                median(ratios),
                LIMIT,
                median(ratios) >= LIMIT ? "reached" : "NOT reached");
    }

    private String published() {
        var narmada = given.narmada();
        return given.in(narmada.organisation(), () -> {
            var what = new Outgoing(
                    "Dengue: five signs",
                    "High fever, headache, pain behind the eyes, joint pain, a rash.\n\n"
                            + "Empty every bucket once a week. See https://example.org/dengue.\n\n"
                            + "Come to us on the first day of fever, not on the fifth.",
                    "en",
                    List.of(),
                    null,
                    narmada.first(),
                    Ids.next());
            var answer = hub.publish(List.of(new Publication(hub.mintKey(Instant.now()), what)))
                    .getFirst();
            return answer instanceof SendResult.Sent(NetworkRef where) ? where.url() : "";
        });
    }

    private double rate(String path, Duration time) throws IOException, InterruptedException {
        var wrk = new ProcessBuilder(
                        "wrk", "-t", "1", "-c", "16", "-d", time.toSeconds() + "s", "http://127.0.0.1:" + port + path)
                .redirectErrorStream(true)
                .start();
        var said = new String(wrk.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        wrk.waitFor();
        var rate = RATE.matcher(said);
        assertThat(rate.find()).as(said).isTrue();
        assertThat(said).doesNotContain("Non-2xx");
        return Double.parseDouble(rate.group(1));
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }
}
