package org.hearten.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.hearten.web.OutgoingHttp.Answer;
import org.hearten.web.OutgoingHttp.Call;
import org.hearten.web.OutgoingHttp.Failure;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingHttpTests {
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final int SMALL = 1000;

    private final OutgoingHttp http = new OutgoingHttp();
    private final AtomicReference<String> secretSeen = new AtomicReference<>("");
    private final CountDownLatch over = new CountDownLatch(1);
    private HttpServer server;

    @BeforeEach
    void open() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        answer("/hello", 200, "hello");
        answer("/large", 200, "x".repeat(SMALL + 1));
        server.createContext("/elsewhere", exchange -> {
            exchange.getResponseHeaders().set("Location", "/hello");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/round", exchange -> {
            exchange.getResponseHeaders().set("Location", "/round");
            exchange.sendResponseHeaders(302, -1);
            exchange.close();
        });
        server.createContext("/trickle", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            try (var body = exchange.getResponseBody()) {
                do {
                    body.write('x');
                    body.flush();
                } while (!over.await(100, TimeUnit.MILLISECONDS));
            } catch (InterruptedException stopped) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
    }

    @AfterEach
    void close() throws IOException {
        over.countDown();
        server.stop(0);
        http.destroy();
    }

    @Test
    void a_server_the_operator_named_may_stand_next_door() {
        var answer = http.send(Call.get(at("/hello"), SOON, SMALL).configuredByOperator());

        assertThat(answer).isInstanceOfSatisfying(Answer.Answered.class, answered -> {
            assertThat(answered.status()).isEqualTo(200);
            assertThat(new String(answered.body(), StandardCharsets.UTF_8)).isEqualTo("hello");
        });
    }

    @Test
    void an_address_somebody_wrote_never_reaches_our_own_machines() {
        assertThat(http.send(Call.get(at("/hello"), SOON, SMALL)))
                .isEqualTo(new Answer.Failed(Failure.PRIVATE_ADDRESS));
        assertThat(http.send(Call.get(
                        URI.create("http://localhost:" + server.getAddress().getPort() + "/hello"), SOON, SMALL)))
                .isEqualTo(new Answer.Failed(Failure.PRIVATE_ADDRESS));
    }

    @Test
    void a_redirect_is_followed_without_the_secret() {
        var call = Call.get(at("/elsewhere"), SOON, SMALL)
                .with(Map.of("Authorization", "Bearer secret"))
                .configuredByOperator();

        assertThat(http.send(call))
                .isInstanceOfSatisfying(
                        Answer.Answered.class,
                        answered -> assertThat(answered.from()).isEqualTo(at("/hello")));
        assertThat(secretSeen.get()).isEqualTo("none");
    }

    @Test
    void a_redirect_in_a_circle_ends() {
        assertThat(http.send(Call.get(at("/round"), SOON, SMALL).configuredByOperator()))
                .isEqualTo(new Answer.Failed(Failure.TOO_MANY_REDIRECTS));
    }

    @Test
    void what_is_too_large_is_not_taken() {
        assertThat(http.send(Call.get(at("/large"), SOON, SMALL).configuredByOperator()))
                .isEqualTo(new Answer.Failed(Failure.TOO_LARGE));
    }

    @Test
    void what_trickles_is_cut_off() {
        assertThat(http.send(
                        Call.get(at("/trickle"), Duration.ofMillis(600), SMALL).configuredByOperator()))
                .isEqualTo(new Answer.Failed(Failure.TOO_SLOW));
    }

    @Test
    void a_closed_port_a_strange_scheme_and_a_missing_name_have_their_words() {
        var port = server.getAddress().getPort();
        server.stop(0);

        assertThat(http.send(Call.get(URI.create("http://127.0.0.1:" + port), SOON, SMALL)
                        .configuredByOperator()))
                .isEqualTo(new Answer.Failed(Failure.REFUSED));
        assertThat(http.send(Call.get(URI.create("file:///etc/passwd"), SOON, SMALL)))
                .isEqualTo(new Answer.Failed(Failure.NOT_HTTP));
        assertThat(http.send(Call.get(URI.create("http://nobody.invalid/"), SOON, SMALL)))
                .isEqualTo(new Answer.Failed(Failure.NAME_NOT_FOUND));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.16.0.1",
                "192.168.1.1",
                "169.254.169.254",
                "100.64.0.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "198.18.0.1",
                "192.0.2.1",
                "::1",
                "::",
                "fe80::1",
                "fc00::1",
                "fd12::1",
                "ff02::1",
                "::ffff:127.0.0.1",
                "64:ff9b::7f00:1",
                "2002:7f00:1::",
                "2001:db8::1",
                "2001::1"
            })
    void these_are_not_the_open_internet(String address) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.1.1.1", "172.32.0.1", "100.128.0.1", "8.8.8.8", "2606:4700::1111", "64:ff9b::808:808"})
    void these_are(String address) throws IOException {
        assertThat(PublicAddresses.isPublic(InetAddress.getByName(address))).isTrue();
    }

    private void answer(String path, int status, String text) {
        server.createContext(path, exchange -> {
            var secret = exchange.getRequestHeaders().getFirst("Authorization");
            secretSeen.set(secret == null ? "none" : secret);
            var body = text.getBytes(StandardCharsets.UTF_8);
            exchange.sendResponseHeaders(status, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
    }

    private URI at(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }
}
