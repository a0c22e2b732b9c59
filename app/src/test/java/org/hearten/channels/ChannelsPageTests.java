package org.hearten.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.Visit;
import org.hearten.facilities.FacilityId;
import org.hearten.peers.BlueskyNetwork;
import org.hearten.people.Role;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** The accounts page over HTTP, connecting to the real network. */
@HeartenTest
@Import(Given.class)
@TestPropertySource(properties = "hearten.channels.bluesky.loopback-servers=true")
class ChannelsPageTests {
    @Autowired
    Given given;

    @Autowired
    Accounts accounts;

    @Autowired
    Channels channels;

    @Autowired
    Tenancy tenancy;

    @LocalServerPort
    int port;

    private @Nullable Visit visit;

    @Test
    void an_administrator_connects_an_account_and_it_can_post_at_once() {
        var network = BlueskyNetwork.running();
        var bhopal =
                network.openAccount("bhopal-" + UUID.randomUUID().toString().substring(0, 8));
        signIn(Role.ADMINISTRATOR);

        var wrong = connect(bhopal.handle(), "aaaa-bbbb-cccc-dddd", network.pds());
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body())
                .contains("Invalid identifier or password", bhopal.handle())
                .doesNotContain("aaaa-bbbb-cccc-dddd");

        var ownPassword = connect(bhopal.handle(), bhopal.password(), network.pds());
        assertThat(ownPassword.statusCode()).isEqualTo(422);
        assertThat(ownPassword.body()).contains("This is not an app password").doesNotContain(bhopal.password());

        var right = connect("\u2068@" + bhopal.handle() + " ", bhopal.appPassword(), network.pds());
        assertThat(right.statusCode()).isEqualTo(303);
        assertThat(get("/channels").body()).contains(bhopal.handle(), "Working", "The account is connected.");

        var account = account(bhopal.handle());
        var sent = tenancy.as(Caller.system(account.id().organisation(), "test"), () -> {
            var channel = channels.of(Network.BLUESKY);
            var outgoing =
                    new Outgoing("", "नमस्ते भोपाल", "hi", List.of(), null, account.facility(), UUID.randomUUID());
            return channel.send(account.id(), channel.mintKey(Instant.now()), outgoing);
        });
        assertThat(sent).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void a_server_inside_the_house_or_without_tls_is_refused_even_then() {
        signIn(Role.ADMINISTRATOR);

        for (var address : List.of("http://10.0.0.1", "http://169.254.169.254", "https://192.168.1.1")) {
            var answer = connect("bhopal.example.org", "aaaa-bbbb-cccc-dddd", URI.create(address));
            assertThat(answer.statusCode()).isEqualTo(422);
            assertThat(answer.body()).contains("This server may not be used");
        }
    }

    @Test
    void only_administrators_of_the_facility_connect() {
        var narmada = given.narmada();
        signIn(Role.PUBLISHER);
        assertThat(get("/channels").statusCode()).isEqualTo(200);
        assertThat(get("/channels").body()).doesNotContain("connect-bluesky");
        assertThat(connect(narmada.first(), "x", "aaaa-bbbb-cccc-dddd", "https://bsky.social")
                        .statusCode())
                .isEqualTo(403);

        signIn(Role.ADMINISTRATOR);
        assertThat(connect(narmada.second(), "x", "aaaa-bbbb-cccc-dddd", "https://bsky.social")
                        .statusCode())
                .isEqualTo(403);
        assertThat(connect(given.lakeside().first(), "x", "aaaa-bbbb-cccc-dddd", "https://bsky.social")
                        .statusCode())
                .isEqualTo(404);

        signIn(Role.ANALYST);
        assertThat(get("/channels").statusCode()).isEqualTo(403);
    }

    @Test
    void the_page_speaks_hindi() {
        signIn(Role.ADMINISTRATOR);

        assertThat(visit().send(visit().request("/channels").header("Cookie", "hearten-language=hi"))
                        .body())
                .contains("lang=\"hi\"", "ऐप पासवर्ड");
    }

    private Account account(String handle) {
        var narmada = given.narmada();
        return given.as(narmada.with(Role.ADMINISTRATOR), () -> accounts.of(narmada.first())).stream()
                .filter(each -> each.handle().equals(handle))
                .findFirst()
                .orElseThrow();
    }

    private void signIn(Role role) {
        visit = new Visit(port).signedIn(given.narmada().emails().get(role));
    }

    private HttpResponse<String> connect(String handle, String password, URI server) {
        return connect(given.narmada().first(), handle, password, server.toString());
    }

    private HttpResponse<String> connect(FacilityId facility, String handle, String password, String server) {
        return visit().post(
                        "/channels",
                        "/channels/bluesky",
                        Map.of(
                                "facility",
                                facility.value().toString(),
                                "handle",
                                handle,
                                "password",
                                password,
                                "server",
                                server));
    }

    private HttpResponse<String> get(String path) {
        return visit().send(visit().request(path));
    }

    private Visit visit() {
        return Objects.requireNonNull(visit, "somebody signs in first");
    }
}
