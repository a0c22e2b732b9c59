package org.hearten.people;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.hearten.web.Refusal;
import org.hearten.web.Words;
import org.springframework.http.HttpStatus;

/** Somebody knocked where other roles work: they hear which, and which they have, so that they know whom to ask. */
class NotYourRole extends Refusal {
    private final List<Role> open;
    private final List<Role> held;

    NotYourRole(Collection<Role> open, Collection<Role> held) {
        super(HttpStatus.FORBIDDEN, "people.not-allowed");
        this.open = open.stream().distinct().toList();
        this.held = held.stream().distinct().toList();
    }

    @Override
    public String in(Words words) {
        return words.of(
                "people.not-your-role",
                said(open, words),
                held.isEmpty() ? words.of("people.no-role") : said(held, words));
    }

    private static String said(List<Role> roles, Words words) {
        return roles.stream().map(words::of).collect(Collectors.joining(", "));
    }
}
