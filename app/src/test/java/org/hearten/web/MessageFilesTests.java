package org.hearten.web;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever is said in English is said in every other language too, with the same things filled in. */
class MessageFilesTests {
    private static final Path FOLDER = Path.of("src/main/resources/i18n");
    /** Names of other things that look like a key. */
    private static final Set<String> NOT_A_MESSAGE = Set.of("hub.deletion", "hub.visitor", "insights.count");

    private static final Pattern HOLE = Pattern.compile("\\{(\\d+)");

    static List<Path> englishFiles() throws IOException {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.filter(file ->
                            others().noneMatch(language -> file.toString().endsWith(ending(language))))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("englishFiles")
    void every_other_language_has_the_same_keys(Path english) throws IOException {
        for (var language : others().toList()) {
            assertThat(read(translated(english, language)).stringPropertyNames())
                    .as(language.ownName())
                    .containsExactlyInAnyOrderElementsOf(read(english).stringPropertyNames());
        }
    }

    @ParameterizedTest
    @MethodSource("englishFiles")
    void every_other_language_fills_in_the_same_things(Path english) throws IOException {
        for (var language : others().toList()) {
            var there = read(translated(english, language));

            read(english)
                    .forEach((key, text) -> assertThat(holes(there.getProperty((String) key)))
                            .as("%s in %s, %s", key, english, language.ownName())
                            .isEqualTo(holes((String) text)));
        }
    }

    @ParameterizedTest
    @MethodSource("englishFiles")
    void a_key_begins_with_its_module(Path english) throws IOException {
        var module = english.getFileName().toString().replace(".properties", ".");

        assertThat(read(english).stringPropertyNames()).allMatch(key -> key.startsWith(module));
    }

    @Test
    void every_message_that_code_or_a_template_names_is_written() throws IOException {
        var written = allKeys();
        var named = Pattern.compile("\"((?:" + String.join("|", modules()) + ")\\.[A-Za-z0-9.-]*)\"");
        var missing = new TreeSet<String>();
        for (var file : files("src/main/java", ".java", "src/main/jte", ".jte")) {
            named.matcher(Files.readString(file))
                    .results()
                    .map(found -> found.group(1))
                    .filter(key -> !NOT_A_MESSAGE.contains(key) && !isWritten(key, written))
                    .forEach(key -> missing.add(key + " in " + file));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void an_enum_that_has_words_has_them_for_each_of_its_names() throws IOException {
        var written = allKeys();
        var missing = new TreeSet<String>();
        for (var each : new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.hearten")) {
            if (each.isEnum()) {
                var keys = Arrays.stream(each.reflect().getEnumConstants())
                        .map(value -> Words.key((Enum<?>) value))
                        .toList();
                if (keys.stream().anyMatch(written::contains)) {
                    keys.stream().filter(key -> !written.contains(key)).forEach(missing::add);
                }
            }
        }

        assertThat(missing).isEmpty();
    }

    /** A literal that ends in a dot or a hyphen is the beginning of one. */
    private static boolean isWritten(String key, Set<String> written) {
        return key.endsWith(".") || key.endsWith("-")
                ? written.stream().anyMatch(each -> each.startsWith(key))
                : written.contains(key);
    }

    private static List<String> modules() throws IOException {
        return englishFiles().stream()
                .map(file -> file.getFileName().toString().replace(".properties", ""))
                .toList();
    }

    private static Set<String> allKeys() throws IOException {
        var keys = new TreeSet<String>();
        for (var file : englishFiles()) {
            keys.addAll(read(file).stringPropertyNames());
        }
        return keys;
    }

    private static List<Path> files(String... foldersAndEndings) throws IOException {
        var found = new ArrayList<Path>();
        for (int at = 0; at < foldersAndEndings.length; at += 2) {
            var ending = foldersAndEndings[at + 1];
            try (Stream<Path> files = Files.walk(Path.of(foldersAndEndings[at]))) {
                files.filter(file -> file.toString().endsWith(ending)).forEach(found::add);
            }
        }
        return found;
    }

    private static TreeSet<String> holes(String text) {
        var holes = new TreeSet<String>();
        HOLE.matcher(text).results().forEach(found -> holes.add(found.group(1)));
        return holes;
    }

    private static Stream<Language> others() {
        return Arrays.stream(Language.values()).filter(language -> language != Language.EN);
    }

    private static String ending(Language language) {
        return "_" + language.tag() + ".properties";
    }

    private static Path translated(Path english, Language language) {
        return english.resolveSibling(english.getFileName().toString().replace(".properties", ending(language)));
    }

    private static Properties read(Path file) throws IOException {
        var words = new Properties();
        try (var text = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            words.load(text);
        }
        return words;
    }
}
