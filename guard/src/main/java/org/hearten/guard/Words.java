package org.hearten.guard;

/** One sentence in the two languages every reader is served in. */
public record Words(String en, String hi) {
    /** The sentence in the language asked for; English for any language the guard does not speak. */
    public String in(String language) {
        return language.startsWith("hi") ? hi : en;
    }
}
