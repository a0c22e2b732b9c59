package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Aadhaar: twelve digits, first 2 to 9, last a Verhoeff check digit. Aadhaar Act 2016 s.29; UIDAI numbering scheme. */
final class AadhaarNumbers extends Recogniser {
    private static final Finder TWELVE =
            exact("(?<![\\d+]|\\d[ .-])[2-9]\\d{3}([ .-]?)\\d{4}\\1\\d{4}(?![\\d]|[.-]\\d)");
    private static final Finder LOOSE = exact("(?<!\\d)\\d(?:[ .-]?\\d){11}(?!\\d)");
    private static final Finder NAMED = cue("aa?dh?aa?r|uid|uidai|आधार|adhaar card|aadhaar card");

    AadhaarNumbers() {
        super(
                "id.aadhaar",
                Label.ID,
                Severity.BLOCK,
                new Words(
                        "This looks like an Aadhaar number, which the law forbids to publish.",
                        "यह आधार नंबर लगता है, जिसे सार्वजनिक करना कानूनन मना है।"),
                NOTHING,
                new Words(
                        "Remove the number; refer to the case by your own ticket number inside Hearten.",
                        "नंबर हटा दें; इस मामले को हार्टन के टिकट नंबर से पहचानें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(TWELVE, hit -> {
            boolean named = NAMED.isIn(search.spots, Math.max(0, hit.start() - 40), hit.start());
            boolean right = Checksums.verhoeff(Checksums.digitsOf(hit.group()));
            if (right && named) search.add(this, hit.start(), hit.end(), 0.99);
            else if (right)
                search.add(this, hit.start(), hit.end(), hit.group(1).isEmpty() ? 0.8 : 0.93);
            else if (named)
                search.add(this, hit.start(), hit.end(), 0.85); // a typing error does not make it less private
            else if (!hit.group(1).isEmpty()) search.add(this, hit.start(), hit.end(), 0.55);
        });
        if (!search.mentions(NAMED)) return;
        search.nearDigits(LOOSE, hit -> {
            if (NAMED.isIn(search.spots, Math.max(0, hit.start() - 40), hit.start()))
                search.add(this, hit.start(), hit.end(), 0.84);
        });
    }
}
