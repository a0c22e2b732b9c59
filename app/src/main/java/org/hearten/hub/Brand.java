package org.hearten.hub;

/** A facility's colour is a hue; lightness and strength (OKLCH) are the same for everyone. */
final class Brand {
    private Brand() {}

    static String css(int hue) {
        return """
                :root {
                  --brand: light-dark(oklch(41.5%% .074 %1$d), oklch(79%% .09 %1$d));
                  --brand-strong: light-dark(oklch(34%% .065 %1$d), oklch(86%% .08 %1$d));
                  --brand-soft: light-dark(oklch(95.4%% .018 %1$d), oklch(29.5%% .036 %1$d));
                }
                """.formatted(hue);
    }
}
