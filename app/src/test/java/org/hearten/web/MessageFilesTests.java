package org.hearten.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is said in English is said in Hindi too, with the same things filled in. */
class MessageFilesTests {
    private static final Path FOLDER = Path.of("src/main/resources/i18n");
    private static final Pattern HOLE = Pattern.compile("\\{(\\d+)");

    static List<Path> englishFiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file -> !file.toString().endsWith("_hi.properties"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("englishFiles")
    void hindi_has_the_same_keys(Path english) throws IOException {
        assertThat(read(hindi(english)).stringPropertyNames())
                .containsExactlyInAnyOrderElementsOf(read(english).stringPropertyNames());
    }

    @ParameterizedTest
    @MethodSource("englishFiles")
    void hindi_fills_in_the_same_things(Path english) throws IOException {
        var there = read(hindi(english));

        read(english)
                .forEach((key, text) -> assertThat(holes(there.getProperty((String) key)))
                        .as("%s in %s", key, english)
                        .isEqualTo(holes((String) text)));
    }

    @ParameterizedTest
    @MethodSource("englishFiles")
    void a_key_begins_with_its_module(Path english) throws IOException {
        var module = english.getFileName().toString().replace(".properties", ".");

        assertThat(read(english).stringPropertyNames()).allMatch(key -> key.startsWith(module));
    }

    private static TreeSet<String> holes(String text) {
        var holes = new TreeSet<String>();
        HOLE.matcher(text).results().forEach(found -> holes.add(found.group(1)));
        return holes;
    }

    private static Path hindi(Path english) {
        return english.resolveSibling(english.getFileName().toString().replace(".properties", "_hi.properties"));
    }

    private static Properties read(Path file) throws IOException {
        var words = new Properties();
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }
}
