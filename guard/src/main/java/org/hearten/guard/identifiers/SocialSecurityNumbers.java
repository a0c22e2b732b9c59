package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** US Social Security numbers and ITIN. 45 CFR 164.514(b)(2)(i)(G); areas per SSA: never 000 or 666. */
final class SocialSecurityNumbers extends Recogniser {
    private static final Finder GROUPED =
            exact("(?<![\\d-])(?!000|666)\\d{3}([- .])(?!00)\\d{2}\\1(?!0000)\\d{4}(?![\\d]|-\\d)");
    private static final Finder PLAIN = exact("(?<![\\dA-Za-z])\\d{9}(?!\\d)");
    private static final Finder MASKED =
            any("(?:[x*]{3}[- ]?[x*]{2}[- ]?|last (?:4|four)(?: digits)?(?: of| are| is|:)* )\\d{4}(?!\\d)");
    private static final Finder NAMED = cue("ssn|social security|social|ss#|ss no|itin|soc sec");

    SocialSecurityNumbers() {
        super(
                "id.ssn",
                Label.SSN,
                Severity.BLOCK,
                new Words(
                        "This looks like a Social Security number; it opens a person's whole life.",
                        "यह सोशल सिक्योरिटी नंबर लगता है; इससे व्यक्ति की सारी जानकारी खुल सकती है।"),
                NOTHING,
                new Words(
                        "Remove the number. Never move it to a caption or picture.",
                        "नंबर हटा दें। इसे कैप्शन या तस्वीर में भी न डालें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(GROUPED, hit -> {
            boolean named = NAMED.isIn(search.spots, Math.max(0, hit.start() - 40), hit.start());
            if (named || hit.group(1).equals("-")) search.add(this, hit.start(), hit.end(), named ? 0.99 : 0.9);
        });
        if (!search.mentions(NAMED)) return;
        search.nearDigits(PLAIN, hit -> {
            if (NAMED.isIn(search.spots, Math.max(0, hit.start() - 40), hit.start()))
                search.add(this, hit.start(), hit.end(), 0.95);
        });
        search.nearDigits(MASKED, hit -> {
            if (NAMED.isIn(search.spots, Math.max(0, hit.start() - 40), hit.start()))
                search.add(this, hit.start(), hit.end(), 0.8);
        });
    }
}
