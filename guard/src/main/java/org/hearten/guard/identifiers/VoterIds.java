package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Voter identity (EPIC) numbers: three letters and seven digits. Registration of Electors Rules 1960, rule 28. */
final class VoterIds extends Recogniser {
    private static final Finder EPIC = any("(?<![a-z0-9])[a-z]{3}[/ -]?\\d{7}(?![a-z0-9])");
    private static final Finder NAMED = cue("voter|epic|election|voter id|voter card|मतदाता|वोटर");

    VoterIds() {
        super(
                "id.voter",
                Label.ID,
                Severity.BLOCK,
                new Words("This looks like a voter identity number.", "यह मतदाता पहचान पत्र का नंबर लगता है।"),
                NOTHING,
                new Words(
                        "Remove the number; refer to the case by your own ticket number inside Hearten.",
                        "नंबर हटा दें; इस मामले को हार्टन के टिकट नंबर से पहचानें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(EPIC, hit -> {
            boolean named = NAMED.isIn(search.spots, Math.max(0, hit.start() - 40), hit.start());
            boolean capitals = hit.group().matches("[A-Z]{3}\\d{7}");
            if (named || capitals) search.add(this, hit.start(), hit.end(), named ? 0.97 : 0.75);
        });
    }
}
