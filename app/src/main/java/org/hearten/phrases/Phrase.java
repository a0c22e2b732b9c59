package org.hearten.phrases;

import java.util.UUID;
import org.hearten.facilities.Facility;

/** A saved answer. One of the two languages may be empty; names in braces stand for what the facility says of itself. */
public record Phrase(UUID id, String name, String english, String hindi) {
    static final Phrase EMPTY = new Phrase(new UUID(0, 0), "", "", "");

    boolean isUsable() {
        return !name.isBlank() && !(english.isBlank() && hindi.isBlank());
    }

    /** In that language, or in the other one where nobody wrote it, as this facility would say it. */
    public String at(Facility facility, String language) {
        return facility.fill(wording(language), wordedIn(language));
    }

    /** The language {@link #at} answers in. */
    public String wordedIn(String language) {
        var wanted = language.equals("hi") ? "hi" : "en";
        var other = wanted.equals("hi") ? "en" : "hi";
        return wording(wanted, hindi, english).isBlank() ? other : wanted;
    }

    private String wording(String language) {
        return wording(wordedIn(language), hindi, english);
    }

    private static String wording(String language, String hindi, String english) {
        return language.equals("hi") ? hindi : english;
    }
}
