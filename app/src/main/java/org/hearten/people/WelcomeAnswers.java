package org.hearten.people;

import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;

/** What the wizard asks; every field comes back as typed when something is missing. */
public record WelcomeAnswers(
        String organisation,
        String facility,
        String slug,
        String zone,
        String jurisdiction,
        String name,
        String email,
        String password) {
    static final WelcomeAnswers NONE = new WelcomeAnswers("", "", "", "Asia/Kolkata", "IN", "", "", "");

    Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        need(problems, "organisation", !organisation.isEmpty());
        need(problems, "facility", !facility.isEmpty());
        need(problems, "slug", slug.matches("[a-z0-9][a-z0-9-]{1,60}"));
        need(problems, "zone", isZone(zone));
        need(problems, "jurisdiction", jurisdiction.equals("IN") || jurisdiction.equals("US"));
        need(problems, "name", !name.isEmpty());
        need(problems, "email", email.matches("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"));
        need(
                problems,
                "password",
                password.length() >= Passwords.SHORTEST_CHARACTERS
                        && password.length() <= Passwords.LONGEST_CHARACTERS);
        return problems;
    }

    private static void need(Map<String, String> problems, String field, boolean fine) {
        if (!fine) {
            problems.put(field, "people.welcome.problem." + field);
        }
    }

    private static boolean isZone(String zone) {
        try {
            ZoneId.of(zone);
            return true;
        } catch (DateTimeException unknown) {
            return false;
        }
    }
}
