package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** US National Provider Identifiers: ten digits, Luhn behind 80840. 45 CFR 162.406. */
final class ProviderNumbers extends Recogniser {
    private static final Finder NAMED = NumberAfterWords.pattern("npi|national provider(?: identifier)?");

    ProviderNumbers() {
        super(
                "id.npi",
                Label.ID,
                Severity.WARN,
                new Words("This looks like a provider number (NPI).", "यह प्रदाता नंबर (एनपीआई) लगता है।"),
                NOTHING,
                new Words(
                        "Remove the number; refer to the case by your own ticket number inside Hearten.",
                        "नंबर हटा दें; इस मामले को हार्टन के टिकट नंबर से पहचानें।"));
    }

    @Override
    void find(Search search) {
        NumberAfterWords.find(search, NAMED, 10, (start, end) -> search.add(this, start, end, 0.93));
    }
}
