package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Street addresses, American and Indian. 45 CFR 164.514(b)(2)(i)(B). */
final class Addresses extends Recogniser {
    private static final Finder STREET = exact(
            "(?<![\\w.,/-])\\d{1,5}[A-Za-z]?(?:[ ,-]{1,2}(?:[NSEW]\\.? )?)(?:\\p{Lu}[\\p{L}\\p{M}'.-]*,? |\\d{1,3}(?:st|nd|rd|th) ){1,4}(?i:street|st|avenue|ave|road|rd|lane|ln|drive|dr|boulevard|blvd|court|ct|way|place|pl|terrace|circle|parkway|pkwy|highway|hwy|square|trail|marg|nagar|colony|vihar|enclave|chowk|gali|mohalla)\\b\\.?(?:,? (?i:apt|apartment|suite|unit|#|ste)\\.? ?\\w{1,6})?");
    private static final Finder HOUSE = any(
            "(?<![\\p{L}\\p{M}\\d])(?:h\\.? ?no|house no|flat(?: no)?|plot(?: no)?|door no|d\\.? ?no|makan (?:no|number|nambar)|quarter no|qtr no|मकान (?:नंबर|नं|क्रमांक)|फ्लैट(?: नंबर)?|प्लॉट(?: नंबर)?)[ .:#-]{0,3}[a-z]?[-/]?\\d{1,5}(?:[-/][a-z0-9]{1,4})*(?:,? (?!(?:is|has|on|and|ka|ki|ke|me|mein|se|hai|patient|call|phone|mobile)\\b)[\\p{L}\\p{M}\\d.'-]{2,20}){1,5}");
    private static final Finder BOX = any("\\b(?:p\\.?o\\.? box|psc|apo|fpo|box) ?#?\\d{2,6}(?:,? (?:box \\d{2,6}))?");

    Addresses() {
        super(
                "id.address",
                Label.LOCATION,
                Severity.BLOCK,
                new Words("This looks like somebody's home address.", "यह किसी के घर का पता लगता है।"),
                NOTHING,
                new Words("Remove the address, or name only the district.", "पता हटा दें, या केवल ज़िला लिखें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(STREET, hit -> search.add(this, hit.start(), hit.end(), 0.85));
        search.nearDigits(HOUSE, hit -> search.add(this, hit.start(), hit.end(), 0.85));
        search.nearDigits(BOX, hit -> search.add(this, hit.start(), hit.end(), 0.7));
    }
}
