package org.hearten.hub;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Whatever colour a facility chooses, its buttons and links can be read. */
class BrandTests {
    private static final double READABLE = 4.5;

    @Test
    void every_hue_keeps_its_contrast_in_both_themes() {
        for (int hue = 0; hue < 360; hue++) {
            var light = luminance(.415, .074, hue);
            var dark = luminance(.79, .09, hue);
            assertThat(contrast(light, luminance(1, 0, 0)))
                    .as("white on the brand, hue " + hue)
                    .isGreaterThan(READABLE);
            assertThat(contrast(light, luminance(.954, .018, hue)))
                    .as("the brand on its soft tint, hue " + hue)
                    .isGreaterThan(READABLE);
            assertThat(contrast(dark, luminance(.20, .03, 215)))
                    .as("dark ink on the brand, hue " + hue)
                    .isGreaterThan(READABLE);
            assertThat(contrast(dark, luminance(.295, .036, hue)))
                    .as("the dark brand on its tint, hue " + hue)
                    .isGreaterThan(READABLE);
        }
    }

    private static double contrast(double one, double other) {
        return (Math.max(one, other) + .05) / (Math.min(one, other) + .05);
    }

    /** OKLCH to linear sRGB (Björn Ottosson's matrices), then WCAG's relative luminance; out of gamut is clipped. */
    private static double luminance(double lightness, double chroma, double hue) {
        var a = chroma * Math.cos(Math.toRadians(hue));
        var b = chroma * Math.sin(Math.toRadians(hue));
        var l = Math.pow(lightness + .3963377774 * a + .2158037573 * b, 3);
        var m = Math.pow(lightness - .1055613458 * a - .0638541728 * b, 3);
        var s = Math.pow(lightness - .0894841775 * a - 1.2914855480 * b, 3);
        var red = Math.clamp(4.0767416621 * l - 3.3077115913 * m + .2309699292 * s, 0, 1);
        var green = Math.clamp(-1.2684380046 * l + 2.6097574011 * m - .3413193965 * s, 0, 1);
        var blue = Math.clamp(-.0041960863 * l - .7034186147 * m + 1.7076147010 * s, 0, 1);
        return .2126 * red + .7152 * green + .0722 * blue;
    }
}
