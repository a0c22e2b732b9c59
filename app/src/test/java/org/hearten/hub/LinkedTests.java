package org.hearten.hub;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LinkedTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "See https://example.org.|See [https://example.org].",
                "(https://example.org/a)|([https://example.org/a])",
                "https://example.org/Dengue_(fever) is one|[https://example.org/Dengue_(fever)] is one",
                "देखें https://example.org/डेंगू।|देखें [https://example.org/डेंगू]।",
                "javascript:alert(1) data:text/html,x|javascript:alert(1) data:text/html,x",
                "https://user:word@example.org|https://user:word@example.org",
                "https://exa mple|[https://exa] mple",
                "HTTPS://EXAMPLE.ORG|HTTPS://EXAMPLE.ORG",
                "https://|https://"
            })
    void an_address_becomes_a_link_and_nothing_else_does(String text, String marked) {
        var line = Linked.line(text).pieces().stream()
                .map(piece -> piece.address() == null ? piece.text() : "[" + piece.text() + "]")
                .collect(Collectors.joining());

        assertThat(line).isEqualTo(marked);
    }
}
