package org.hearten.people;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What an administrator typed about somebody who joins. It comes back as typed when something is missing. */
public record NewColleague(
        String name,
        String email,
        @Nullable Role role,
        @Nullable UUID facility) {
    static final NewColleague NOBODY = new NewColleague("", "", null, null);

    /** The sentence's key for the first thing that needs another look; nothing when all is fine. */
    String problem(String password) {
        if (name.isBlank()) {
            return "people.add.problem.name";
        } else if (!WelcomeAnswers.isName(name.strip())) {
            return "people.add.problem.long-name";
        } else if (!WelcomeAnswers.isEmail(email.strip())) {
            return "people.welcome.problem.email";
        } else if (!Passwords.mayBe(password)) {
            return "people.welcome.problem.password";
        } else {
            return "";
        }
    }
}
