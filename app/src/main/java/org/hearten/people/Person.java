package org.hearten.people;

import java.util.List;

/** A member of staff as others see them. {@code active} is false after off-boarding. */
public record Person(PersonId id, String name, String email, boolean active, boolean secondFactor, List<Grant> grants) {

    public String initials() {
        var words = name.replace("Dr ", "").strip().split("\\s+");
        var first = words[0].substring(0, words[0].offsetByCodePoints(0, 1));
        var last = words.length > 1
                ? words[words.length - 1].substring(0, words[words.length - 1].offsetByCodePoints(0, 1))
                : "";
        return first + last;
    }
}
