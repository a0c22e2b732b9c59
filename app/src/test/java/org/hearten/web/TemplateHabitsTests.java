package org.hearten.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the security policy would block, and what would simply not be found, is caught before a browser sees it. */
class TemplateHabitsTests {
    private static final Path TEMPLATES = Path.of("src/main/jte");
    private static final Path CSS = Path.of("src/main/resources/static/css");
    private static final Pattern INLINE =
            Pattern.compile("\\sstyle=|\\son[a-z]+=\"|<style|<script(?! src=)|hx-on|href=\"https?:|src=\"https?:");
    private static final Pattern ICON = Pattern.compile("icon\\(name ?= ?\"([a-z0-9-]+)\"");

    @Test
    void no_template_holds_a_style_a_handler_or_somebody_elses_address() throws IOException {
        var found = new ArrayList<String>();
        for (var template : files(TEMPLATES, ".jte")) {
            INLINE.matcher(Files.readString(template))
                    .results()
                    .forEach(match -> found.add(template + " " + match.group()));
        }

        assertThat(found).isEmpty();
    }

    @Test
    void every_icon_a_template_names_is_in_the_sprite() throws IOException {
        var sprite = Files.readString(Path.of("src/main/resources/static/img/icons.svg"));
        var missing = new TreeSet<String>();
        for (var template : files(TEMPLATES, ".jte")) {
            ICON.matcher(Files.readString(template))
                    .results()
                    .map(match -> match.group(1))
                    .filter(icon -> !sprite.contains("id=\"i-" + icon + "\""))
                    .forEach(icon -> missing.add(template + " " + icon));
        }

        assertThat(missing).isEmpty();
    }

    @Test
    void every_stylesheet_has_its_layer_and_reads_in_one_sitting() throws IOException {
        var app = Files.readString(CSS.resolve("app.css"));

        for (var sheet : files(CSS, ".css")) {
            var name = CSS.relativize(sheet).toString();
            assertThat(name.equals("app.css") || app.contains("\"" + name + "\""))
                    .as(name + " is imported")
                    .isTrue();
            assertThat(Files.readAllLines(sheet)).as(name).hasSizeLessThan(150);
        }
    }

    private static List<Path> files(Path folder, String ending) throws IOException {
        try (Stream<Path> found = Files.walk(folder)) {
            return found.filter(file -> file.toString().endsWith(ending))
                    .sorted()
                    .toList();
        }
    }
}
