package org.hearten.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ServerAddressesTests {
    private final ServerAddresses strict = addresses(false);
    private final ServerAddresses withLoopback = addresses(true);

    @ParameterizedTest
    @CsvSource({
        "https://8.8.8.8, https://8.8.8.8",
        "8.8.4.4/, https://8.8.4.4",
        "' https://8.8.8.8:8443 ', https://8.8.8.8:8443"
    })
    void a_public_server_over_tls_is_welcome(String typed, String address) {
        assertThat(strict.allowed(typed)).contains(URI.create(address));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://8.8.8.8",
                "https://127.0.0.1",
                "https://localhost",
                "http://localhost:2583",
                "https://10.0.0.4",
                "https://192.168.1.1",
                "https://169.254.169.254",
                "https://[::1]",
                "https://[fd00::1]",
                "https://0.0.0.0",
                "https://user@8.8.8.8",
                "https://8.8.8.8/path",
                "https://8.8.8.8?x=1",
                "ftp://8.8.8.8",
                "",
                "https://",
                "not a server"
            })
    void anything_else_is_not(String typed) {
        assertThat(strict.allowed(typed)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://localhost:2583", "http://127.0.0.1:2583", "http://[::1]:2583"})
    void this_machine_is_welcome_where_the_setting_allows_it(String typed) {
        assertThat(withLoopback.allowed(typed)).contains(URI.create(typed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"http://10.0.0.4", "https://192.168.1.1", "http://8.8.8.8"})
    void the_setting_opens_no_other_door(String typed) {
        assertThat(withLoopback.allowed(typed)).isEmpty();
    }

    private static ServerAddresses addresses(boolean loopback) {
        return new ServerAddresses(
                new BlueskySettings(URI.create("https://bsky.social"), URI.create("https://bsky.app"), loopback));
    }
}
