package org.hearten.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What somebody chose for this browser: language, light or dark, shortcut keys, the facility they look at. */
public record Choices(
        @Nullable Language language,
        String theme,
        boolean keys,
        @Nullable String facility) {
    static final String LANGUAGE = "hearten-language";
    static final String THEME = "hearten-theme";
    static final String KEYS = "hearten-keys";
    static final String FACILITY = "hearten-facility";

    public static Choices of(HttpServletRequest request) {
        return new Choices(
                cookie(request, LANGUAGE).flatMap(Language::of).orElse(null),
                cookie(request, THEME)
                        .filter(theme -> theme.equals("light") || theme.equals("dark"))
                        .orElse(""),
                !cookie(request, KEYS).equals(Optional.of("off")),
                cookie(request, FACILITY).orElse(null));
    }

    static Optional<String> cookie(HttpServletRequest request, String name) {
        var cookies = request.getCookies();
        return cookies == null
                ? Optional.empty()
                : Arrays.stream(cookies)
                        .filter(each -> each.getName().equals(name))
                        .map(Cookie::getValue)
                        .findFirst();
    }
}
