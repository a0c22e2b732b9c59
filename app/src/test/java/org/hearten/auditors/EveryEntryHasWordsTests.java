package org.hearten.auditors;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whatever the code writes into the record, an auditor reads in words of their own language. */
class EveryEntryHasWordsTests {
    private static final Path SOURCES = Path.of("src/main/java/org/hearten");
    /** A name of an action is handed to one of these, and nowhere else. */
    private static final Pattern WRITES = Pattern.compile("\\b(Recorded\\.of|recorded|record|note|notThere|decide)\\(");

    private static final Pattern PASSES_A_NAME_ON = Pattern.compile("Recorded\\.of\\([a-z]\\w*\\)");
    private static final Pattern METHOD = Pattern.compile("(?m)^    [\\w<>@., ]+ (\\w+)\\(");
    private static final Pattern ACTION = Pattern.compile("\"([a-z_]+\\.[a-z_]+)\"");
    private static final Pattern KIND = Pattern.compile("\\.on\\(\\s*\"([a-z_]+)\"");

    @ParameterizedTest
    @ValueSource(strings = {"", "_hi"})
    void every_action_has_words(String language) throws IOException {
        var actions = actions();

        assertThat(actions).hasSizeGreaterThan(60).contains("sign_in.succeeded", "delivery.unwanted", "grant.given");
        assertThat(keys(language))
                .containsAll(actions.stream()
                        .map(action -> "auditors.action." + action)
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "_hi"})
    void every_kind_of_thing_has_words(String language) throws IOException {
        var kinds = new TreeSet<String>();
        for (var source : sources()) {
            var text = Files.readString(source);
            if (text.contains("Recorded.of(")) {
                KIND.matcher(text).results().forEach(found -> kinds.add("auditors.kind." + found.group(1)));
            }
        }

        assertThat(kinds).hasSizeGreaterThan(10);
        assertThat(keys(language)).containsAll(kinds);
    }

    @Test
    void no_words_are_kept_for_an_action_that_nothing_writes() throws IOException {
        var written = actions();

        assertThat(keys("").stream()
                        .filter(key -> key.startsWith("auditors.action."))
                        .map(key -> key.substring("auditors.action.".length())))
                .allMatch(written::contains);
    }

    /** If a new method passes a name on, it belongs into {@link #WRITES}, or its names are missed here. */
    @Test
    void every_method_that_passes_a_name_on_is_known_here() throws IOException {
        for (var source : sources()) {
            var text = Files.readString(source);
            for (var found : PASSES_A_NAME_ON.matcher(text).results().toList()) {
                var method = METHOD.matcher(text.substring(0, found.start()))
                        .results()
                        .reduce((before, last) -> last)
                        .orElseThrow()
                        .group(1);
                assertThat(method + "(").as(source.toString()).matches(WRITES);
            }
        }
    }

    private static Set<String> actions() throws IOException {
        var actions = new TreeSet<String>();
        for (var source : sources()) {
            for (var statement : Files.readString(source).split("[;{}]")) {
                if (WRITES.matcher(statement).find()) {
                    ACTION.matcher(statement).results().forEach(found -> actions.add(found.group(1)));
                }
            }
        }
        return actions;
    }

    private static Iterable<Path> sources() throws IOException {
        try (Stream<Path> files = Files.walk(SOURCES)) {
            return files.filter(file -> file.toString().endsWith(".java")).toList();
        }
    }

    private static Set<String> keys(String language) throws IOException {
        var words = new Properties();
        try (var text = Files.newBufferedReader(
                Path.of("src/main/resources/i18n/auditors" + language + ".properties"), StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words.stringPropertyNames();
    }
}
