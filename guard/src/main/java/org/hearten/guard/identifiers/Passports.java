package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Passport numbers, Indian (a letter and seven digits) and US (nine digits or a letter and eight). ICAO Doc 9303. */
final class Passports extends Recogniser {
    private static final Finder INDIAN = any("(?<![a-z0-9])[a-pr-wy][1-9]\\d ?\\d{4}[1-9](?![a-z0-9])");
    private static final Finder ANY = any("(?<![a-z0-9])(?:[a-z]{1,2}[ -]?\\d{6,8}|\\d{9})(?![a-z0-9])");
    private static final Finder NAMED = cue("passport|पासपोर्ट|pass port");

    Passports() {
        super(
                "id.passport",
                Label.ID,
                Severity.BLOCK,
                new Words("This looks like a passport number.", "यह पासपोर्ट नंबर लगता है।"),
                NOTHING,
                new Words(
                        "Remove the number; refer to the case by your own ticket number inside Hearten.",
                        "नंबर हटा दें; इस मामले को हार्टन के टिकट नंबर से पहचानें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(INDIAN, hit -> {
            if (Character.isUpperCase(hit.group().charAt(0))) search.add(this, hit.start(), hit.end(), 0.7);
        });
        if (!search.mentions(NAMED)) return;
        search.nearDigits(ANY, hit -> {
            if (NAMED.isIn(search.spots, Math.max(0, hit.start() - 40), hit.start()))
                search.add(this, hit.start(), hit.end(), 0.97);
        });
    }
}
