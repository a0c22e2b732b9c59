package org.hearten.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A language Hearten speaks. Every word a person reads exists in each of them. */
public enum Language {
    EN("en", "English"),
    HI("hi", "हिन्दी");

    private final String tag;
    private final String ownName;
    private final Locale locale;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
        this.locale = Locale.of(tag, "IN");
    }

    /** As in {@code <html lang>} and in a public address: {@code en}, {@code hi}. */
    public String tag() {
        return tag;
    }

    /** The language in its own words, for the switch. */
    public String ownName() {
        return ownName;
    }

    public Locale locale() {
        return locale;
    }

    /** What the reader chose in this browser, else what the browser asks for, else English. */
    public static Language of(HttpServletRequest request) {
        var chosen = Choices.of(request).language();
        return chosen == null ? of(request.getLocale().getLanguage()).orElse(EN) : chosen;
    }

    public static Optional<Language> of(String tag) {
        return Arrays.stream(values()).filter(each -> each.tag.equals(tag)).findFirst();
    }
}
