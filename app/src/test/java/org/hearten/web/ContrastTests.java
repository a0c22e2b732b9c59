package org.hearten.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Every ink on everything it stands on, in both themes, reads at 4.5 : 1 or better; control borders and icons at 3 : 1. */
class ContrastTests {
    private static final Pattern PAIR = Pattern.compile(
            "--([a-z0-9-]+): light-dark\\(oklch\\(([^)]*(?:\\([^)]*\\)[^)]*)*)\\), oklch\\(([^)]*(?:\\([^)]*\\)[^)]*)*)\\)\\);");
    private static final List<String> PAPERS = List.of("canvas", "surface", "raised", "sunken");
    private static final List<String> INKS =
            List.of("ink", "ink-2", "ink-3", "brand", "brand-strong", "marigold-ink", "block", "warn", "info", "ok");
    private static final int LIGHT = 0;
    private static final int DARK = 1;

    record Pair(String ink, String paper, double atLeast) {}

    static List<Pair> pairs() {
        var pairs = new ArrayList<Pair>();
        for (var ink : INKS) {
            for (var paper : PAPERS) {
                pairs.add(new Pair(ink, paper, 4.5));
            }
        }
        for (var meaning : List.of("block", "warn", "info", "ok", "brand")) {
            pairs.add(new Pair(meaning, meaning + "-soft", 4.5));
            pairs.add(new Pair("ink", meaning + "-soft", 4.5));
            pairs.add(new Pair("ink-2", meaning + "-soft", 4.5));
        }
        pairs.add(new Pair("brand-strong", "brand-soft", 4.5));
        pairs.add(new Pair("on-brand", "brand", 4.5));
        pairs.add(new Pair("on-brand", "brand-strong", 4.5));
        pairs.add(new Pair("marigold-ink", "marigold-soft", 4.5));
        PAPERS.forEach(paper -> pairs.add(new Pair("line-strong", paper, 3)));
        for (var pillar : List.of("prevention", "education", "our-people", "services", "patient-story", "community")) {
            PAPERS.forEach(paper -> pairs.add(new Pair("p-" + pillar, paper, 3)));
        }
        return pairs;
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void an_ink_reads_on_its_paper(Pair pair) throws IOException {
        var colours = tokens("205");

        for (int theme : new int[] {LIGHT, DARK}) {
            assertThat(contrast(colours.get(pair.ink())[theme], colours.get(pair.paper())[theme]))
                    .as("%s on %s, %s", pair.ink(), pair.paper(), theme == LIGHT ? "light" : "dark")
                    .isGreaterThanOrEqualTo(pair.atLeast());
        }
    }

    /** A facility chooses the hue of its brand; lightness and chroma stay ours, so no hue can break it. */
    @ParameterizedTest
    @ValueSource(
            ints = {
                0, 15, 30, 45, 60, 75, 90, 105, 120, 135, 150, 165, 180, 195, 210, 225, 240, 255, 270, 285, 300, 315,
                330, 345
            })
    void any_brand_hue_reads(int hue) throws IOException {
        var colours = tokens(String.valueOf(hue));

        for (int theme : new int[] {LIGHT, DARK}) {
            assertThat(contrast(colours.get("on-brand")[theme], colours.get("brand")[theme]))
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colours.get("brand")[theme], colours.get("canvas")[theme]))
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colours.get("brand")[theme], colours.get("brand-soft")[theme]))
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colours.get("brand-strong")[theme], colours.get("brand-soft")[theme]))
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    private static Map<String, double[]> tokens(String brandHue) throws IOException {
        var read = new HashMap<String, double[]>();
        var css = Files.readString(Path.of("src/main/resources/static/css/tokens.css"))
                .replaceAll("var\\(--brand-hue, \\d+\\)", brandHue);
        var found = PAIR.matcher(css);
        while (found.find()) {
            read.put(found.group(1), new double[] {luminance(found.group(2)), luminance(found.group(3))});
        }
        return read;
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
    }

    /** OKLCH to relative luminance, by way of OKLab and linear sRGB (cut to what a screen can show). */
    private static double luminance(String oklch) {
        var parts = Stream.of(oklch.split("[ /]+")).toList();
        var lightness = Double.parseDouble(parts.get(0).replace("%", "")) / 100;
        var chroma = Double.parseDouble(parts.get(1));
        var hue = Math.toRadians(Double.parseDouble(parts.get(2)));
        var a = chroma * Math.cos(hue);
        var b = chroma * Math.sin(hue);
        var l = Math.pow(lightness + .3963377774 * a + .2158037573 * b, 3);
        var m = Math.pow(lightness - .1055613458 * a - .0638541728 * b, 3);
        var s = Math.pow(lightness - .0894841775 * a - 1.2914855480 * b, 3);
        var red = shown(4.0767416621 * l - 3.3077115913 * m + .2309699292 * s);
        var green = shown(-1.2684380046 * l + 2.6097574011 * m - .3413193965 * s);
        var blue = shown(-.0041960863 * l - .7034186147 * m + 1.7076147010 * s);
        return .2126 * red + .7152 * green + .0722 * blue;
    }

    private static double shown(double linear) {
        return Math.clamp(linear, 0, 1);
    }
}
