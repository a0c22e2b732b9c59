package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** PAN: five letters (the fourth says what kind of holder), four digits, a letter. Income-tax Rules 1962, rule 114. */
final class PanNumbers extends Recogniser {
    private static final Finder PAN = any("(?<![a-z0-9])[a-z]{3}[abcfghljpt][a-z]\\d{4}[a-z](?![a-z0-9])");
    private static final Finder LOOSE = any("(?<![a-z0-9])[a-z]{5}[ -]?\\d{4}[ -]?[a-z](?![a-z0-9])");
    private static final Finder NAMED = cue("pan|पैन|permanent account|pan card|income tax");

    PanNumbers() {
        super(
                "id.pan",
                Label.ID,
                Severity.BLOCK,
                new Words(
                        "This looks like a PAN, a tax number of one person.",
                        "यह पैन नंबर लगता है, जो एक व्यक्ति का कर नंबर है।"),
                NOTHING,
                new Words(
                        "Remove the number; refer to the case by your own ticket number inside Hearten.",
                        "नंबर हटा दें; इस मामले को हार्टन के टिकट नंबर से पहचानें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(PAN, hit -> {
            boolean named = NAMED.isIn(search.spots, Math.max(0, hit.start() - 30), hit.start());
            boolean capitals = hit.group().equals(hit.group().toUpperCase(java.util.Locale.ROOT));
            if (named || capitals) search.add(this, hit.start(), hit.end(), named ? 0.99 : 0.92);
        });
        if (!search.mentions(NAMED)) return;
        search.nearDigits(LOOSE, hit -> {
            if (NAMED.isIn(search.spots, Math.max(0, hit.start() - 30), hit.start()))
                search.add(this, hit.start(), hit.end(), 0.9);
        });
    }
}
