package org.hearten.channels.bluesky;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class FacetTests {
    @ParameterizedTest
    @MethodSource
    void what_the_writer_meant_is_found_where_it_stands(String text, List<String> stretches) {
        var bytes = text.getBytes(UTF_8);

        var found = Facet.in(text).stream()
                .map(facet -> new String(Arrays.copyOfRange(bytes, facet.byteStart(), facet.byteEnd()), UTF_8))
                .toList();

        assertThat(found).isEqualTo(stretches);
    }

    static Stream<Arguments> what_the_writer_meant_is_found_where_it_stands() {
        return Stream.of(
                arguments("See https://hearten.example.org/flu.", List.of("https://hearten.example.org/flu")),
                arguments(
                        "टीका: https://clinic.example.org/flu #टीकाकरण",
                        List.of("https://clinic.example.org/flu", "#टीकाकरण")),
                arguments("👩‍👩‍👧‍👦 come! 💉 #FluShot, #सेहत।", List.of("#FluShot", "#सेहत")),
                arguments("पढ़ें (https://example.org/a_(b)) अभी", List.of("https://example.org/a_(b)")),
                arguments("https://example.org/क्लिनिक?x=1&y=2 है", List.of("https://example.org/क्लिनिक?x=1&y=2")),
                arguments("Thanks @sehore-clinic.test!", List.of("@sehore-clinic.test")),
                arguments("नमस्ते @bhopal.example.org, मिलें", List.of("@bhopal.example.org")),
                arguments("#क्षयरोग #स्वास्थ्य_सेवा", List.of("#क्षयरोग", "#स्वास्थ्य_सेवा")),
                arguments("Ask in the hall (#Bhopal)", List.of("#Bhopal")),
                arguments("https://example.org/page#part", List.of("https://example.org/page#part")),
                arguments("HTTPS://EXAMPLE.ORG/A", List.of("HTTPS://EXAMPLE.ORG/A")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "We are number #1",
                "write to meera@example.org",
                "a#b",
                "@nobody",
                "#",
                "http://",
                "C# and @"
            })
    void what_only_looks_like_one_is_left_alone(String text) {
        assertThat(Facet.in(text))
                .allSatisfy(facet -> assertThat(facet.feature()).isNull());
    }

    @ParameterizedTest
    @ValueSource(strings = {"#"})
    void a_tag_longer_than_the_network_takes_is_plain_text(String start) {
        assertThat(Facet.in(start + "क".repeat(65))).isEmpty();
        assertThat(Facet.in(start + "क".repeat(64))).hasSize(1);
    }
}
