package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** ABHA (health account) numbers and addresses. National Health Authority, Health ID specification. */
final class AbhaNumbers extends Recogniser {
    private static final Finder NUMBER = exact("(?<![\\d-])\\d{2}([- ])\\d{4}\\1\\d{4}\\1\\d{4}(?!\\d)");
    private static final Finder PLAIN = exact("(?<!\\d)\\d{2}[ -]?\\d{4}[ -]?\\d{4}[ -]?\\d{4}(?!\\d)");
    private static final Finder NAMED = cue("abha|health id|ndhm|abdm|आभा|हेल्थ आईडी");
    private static final Finder ADDRESS =
            any("(?<![a-z0-9._])[a-z0-9][a-z0-9._-]{1,39}@(?:abdm|sbx|ndhm)(?![a-z0-9.])");

    AbhaNumbers() {
        super(
                "id.abha",
                Label.ID,
                Severity.BLOCK,
                new Words(
                        "This looks like an ABHA health account, the key to a person's records.",
                        "यह आभा (स्वास्थ्य खाता) लगता है, जो व्यक्ति के रिकॉर्ड की चाबी है।"),
                NOTHING,
                new Words(
                        "Remove the number; refer to the case by your own ticket number inside Hearten.",
                        "नंबर हटा दें; इस मामले को हार्टन के टिकट नंबर से पहचानें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(NUMBER, hit -> search.add(this, hit.start(), hit.end(), 0.97));
        search.nearAts(ADDRESS, hit -> search.add(this, hit.start(), hit.end(), 0.98));
        if (!search.mentions(NAMED)) return;
        search.nearDigits(PLAIN, hit -> {
            if (NAMED.isIn(search.spots, Math.max(0, hit.start() - 40), hit.start()))
                search.add(this, hit.start(), hit.end(), 0.96);
        });
    }
}
