package org.hearten.hub;

/** A facility's colour is a hue; lightness and strength are the same for everyone, so every hue can be read. */
final class Brand {
    private Brand() {}

    /** {@code tokens.css} builds its brand colours from this one number, in both themes. */
    static String css(int hue) {
        return ":root { --brand-hue: %d; }\n".formatted(hue);
    }
}
