package org.hearten.people;

import jakarta.servlet.http.Cookie;
import org.springframework.boot.test.context.TestComponent;

/** The cookie of somebody who has signed in, for tests of other rooms. */
@TestComponent
public class SignedInBrowser {
    private final Sessions sessions;

    SignedInBrowser(Sessions sessions) {
        this.sessions = sessions;
    }

    public Cookie cookie(PersonId person) {
        return new Cookie("hearten", sessions.begin(person, true));
    }
}
