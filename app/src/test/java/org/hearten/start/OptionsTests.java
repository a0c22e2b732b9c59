package org.hearten.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OptionsTests {
    @TempDir
    Path folder;

    @Test
    void without_options_hearten_listens_on_this_machine_only() {
        assertThat(Options.read().forSpring())
                .containsExactly("--server.port=8080", "--server.address=127.0.0.1", "--hearten.demo=true");
    }

    @Test
    void folders_are_understood_from_where_the_person_stands() {
        assertThat(Options.read("--data", "here/", "--keys=/there").forSpring())
                .contains("--hearten.data=" + Path.of("here").toAbsolutePath(), "--hearten.keys=/there");
    }

    @Test
    void with_a_certificate_it_listens_to_the_network() throws Exception {
        var certificate = Files.createFile(folder.resolve("cert.pem")).toString();
        var key = Files.createFile(folder.resolve("key.pem")).toString();

        var options = Options.read(
                "--public-url", "https://care.example.org", "--tls-cert", certificate, "--tls-key", key, "--empty");

        assertThat(options.forSpring())
                .contains(
                        "--server.address=0.0.0.0",
                        "--server.ssl.certificate=file:" + certificate,
                        "--hearten.demo=false");
    }

    @Test
    void behind_a_proxy_its_word_is_taken_for_who_asks() {
        assertThat(Options.read(
                                "--public-url",
                                "https://care.example.org",
                                "--trusted-proxies",
                                "10.0.0.0/8",
                                "--empty")
                        .forSpring())
                .contains(
                        "--server.forward-headers-strategy=native",
                        "--server.tomcat.remoteip.internal-proxies=10.0.0.0/8");
    }

    @Test
    void what_cannot_be_meant_is_refused_in_a_sentence() {
        refused("--port is a number|The port is a number", "--port", "eighty");
        refused("needs a value", "--data");
        refused("needs a value", "--data", "--empty");
        refused("does not know the option --prot", "--prot", "80");
        refused("not put on the network unprotected", "--public-url", "https://care.example.org", "--empty");
        refused("an https address", "--public-url", "http://care.example.org", "--empty");
        refused("demo's passwords", "--public-url", "https://care.example.org", "--trusted-proxies", "10.0.0.1");
        refused("go together", "--tls-cert", "/etc/hostname");
        refused("cannot be read", "--tls-cert", "/nowhere", "--tls-key", "/nowhere");
        refused("takes two addresses", "--database-url", "postgresql://a:b@c/d");
    }

    private static void refused(String words, String... options) {
        assertThatThrownBy(() -> Options.read(options))
                .isInstanceOf(CannotStart.class)
                .hasMessageFindingMatch(words);
    }
}
