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
        String password,
        String setupCode) {
    private static final int LONGEST_NAME_CHARACTERS = 120;
    private static final int LONGEST_EMAIL_CHARACTERS = 254;

    static final WelcomeAnswers NONE = new WelcomeAnswers("", "", "", "Asia/Kolkata", "IN", "", "", "", "");

    Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        need(problems, "organisation", isName(organisation));
        need(problems, "facility", isName(facility));
        need(problems, "slug", slug.matches("[a-z0-9][a-z0-9-]{1,60}"));
        need(problems, "zone", isZone(zone));
        need(problems, "jurisdiction", jurisdiction.equals("IN") || jurisdiction.equals("US"));
        need(problems, "name", isName(name));
        need(problems, "email", isEmail(email));
        need(problems, "password", Passwords.mayBe(password));
        return problems;
    }

    private static void need(Map<String, String> problems, String field, boolean fine) {
        if (!fine) {
            problems.put(field, "people.welcome.problem." + field);
        }
    }

    /** Neither empty, nor a page long, nor with characters that no keyboard writes. */
    static boolean isName(String text) {
        return text.matches("[^\\p{Cntrl}]{1," + LONGEST_NAME_CHARACTERS + "}");
    }

    static boolean isEmail(String text) {
        return text.length() <= LONGEST_EMAIL_CHARACTERS
                && text.matches("[^@\\s\\p{Cntrl}]+@[^@\\s\\p{Cntrl}]+\\.[^@\\s\\p{Cntrl}]+");
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
