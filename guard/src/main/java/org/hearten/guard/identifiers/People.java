package org.hearten.guard.identifiers;

import java.util.regex.Pattern;
import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;

/** Names of people. 45 CFR 164.514(b)(2)(i)(A). The facility's own staff may be named. */
final class People extends Recogniser {
    private static final String NAME = "\\p{Lu}[\\p{L}\\p{M}'-]+";
    private static final Pattern TITLED = exact(
            "\\b(?i:mr|mrs|ms|miss|shri|sri|smt|kumari|mstr|master)\\b\\.? (" + NAME + "(?: " + NAME + "){0,2})");

    People() {
        super(
                "id.person",
                Label.PERSON,
                Severity.BLOCK,
                new Words(
                        "This looks like the name of a person who may be a patient.",
                        "यह किसी व्यक्ति का नाम लगता है, जो मरीज हो सकता है।"),
                new Words("a patient", "एक मरीज"),
                new Words(
                        "Take the name out. Staff can be named once they are on the facility's list.",
                        "नाम हटा दें। संस्थान की सूची में आने पर कर्मचारी का नाम लिखा जा सकता है।"));
    }

    @Override
    void find(Search search) {
        search.everywhere(TITLED, hit -> search.add(this, hit.start(1), hit.end(1), 0.9));
    }
}
