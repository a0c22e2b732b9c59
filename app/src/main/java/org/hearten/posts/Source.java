package org.hearten.posts;

import java.util.regex.Pattern;

/** Where a claim comes from. The address may be empty: a printed guideline has none. */
public record Source(String title, String publisher, String address) {
    private static final Pattern OTHER_THAN_THE_WEB =
            Pattern.compile("(?!https?:)[a-z][a-z0-9+.-]*:.*", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    /** Its address would lead a reader somewhere else than to a page: javascript:, data:, file: and the like. */
    boolean leadsElsewhere() {
        return OTHER_THAN_THE_WEB
                .matcher(address.replaceAll("[\\s\\p{Cntrl}]", ""))
                .matches();
    }

    Source withoutAddress() {
        return new Source(title, publisher, "");
    }

    boolean isBlank() {
        return title.isBlank() && publisher.isBlank() && address.isBlank();
    }
}
