package org.hearten.guard.identifiers;

import java.util.Set;
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

    private static final Finder FLAT = any(
            "(?<![\\p{L}\\p{M}\\d])(?:apt|apartment|suite|ste|unit|flat|fl|floor)\\.? ?#?\\d{1,4}[a-z]?(?![\\p{L}\\d])");
    private static final Finder FORCES = any(
            "(?<![\\p{L}\\p{M}\\d])(?:(?:PSC|Unit|CMR) \\d{2,6},? Box \\d{2,6}|(?:uss|usns|uscgc|usnv) \\p{L}[\\p{L}'-]{1,30})[ ,]{0,2}\\n?[ >]{0,4}(?:APO|FPO|DPO),? (?:AA|AE|AP)(?: \\d{5})?");
    private static final Finder CORNER = exact(
            "(?<![\\p{L}])(?i:(?:the )?corner of )(?:[\\p{L}\\d.'-]{1,20} ){1,4}(?i:and|&) (?:\\p{Lu}[\\p{L}'.-]{1,20}|\\d{1,4}\\p{L}{0,2})(?: (?:\\p{Lu}[\\p{L}'.-]{1,20}|\\d{1,4})){0,3}");
    private static final Finder SAID = any(
            "(?<![\\p{L}\\p{M}])(?:address(?: is|:)|(?:located|office is|meet (?:me|you)|arrived|sent|lives?|lived|living|restaurant is|place is) (?:at|to|in)) {1,4}(\\d{1,5}[a-z]?(?: [\\p{L}\\p{M}\\d'.-]{1,20}){1,6}|(?-i:\\p{Lu})[\\p{L}'.-]{1,20}(?: [\\p{L}'.-]{1,20}){0,3} \\d{1,4}(?![\\p{L}\\d]))");
    private static final Finder LIVES = exact(
            "(?<![\\p{L}\\p{M}])(?i:lives?|lived|living|grew up|born|resides?|resided|moved here|come|comes|came|flew|moved) (?i:in|at|near|from|to) (\\p{Lu}[\\p{L}\\p{M}'-]{2,30}(?: \\p{Lu}[\\p{L}\\p{M}'-]{2,30}){0,2})");

    static final Set<String> NO_PLACE = Cues.words(
            "monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october november december dr doctor mr mrs ms the our your hospital clinic opd icu ward emergency hindi english god you us");

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
        var blocks = new AddressBlocks(search);
        search.nearDigits(STREET, hit -> {
            boolean twoNumbers = startsWithNumber(search, blocks.begin(hit.start()));
            search.add(this, twoNumbers ? blocks.begin(hit.start()) : hit.start(), blocks.end(hit.end()), 0.85);
        });
        search.everywhere(FORCES, hit -> search.add(this, hit.start(), hit.end(), 0.9));
        search.nearDigits(HOUSE, hit -> search.add(this, hit.start(), hit.end(), 0.85));
        search.nearDigits(FLAT, hit -> {
            int start = blocks.begin(hit.start());
            boolean numbered = start < hit.start() && startsWithNumber(search, start);
            int end = blocks.end(hit.end());
            if (numbered || end > hit.end()) search.add(this, start, end, numbered ? 0.93 : 0.6);
        });
        search.nearDigits(SAID, hit -> {
            boolean announced = search.cues.event(hit.start(), hit.end(), 8);
            if (!announced) search.add(this, hit.start(1), blocks.end(hit.end(1)), 0.75);
        });
        search.everywhere(LIVES, hit -> {
            boolean someone = search.cues.owner(hit.start(), hit.end(), 6)
                    || search.cues.kin(hit.start(), hit.end(), 8)
                    || search.matches().stream().anyMatch(match -> match.by().label == Label.ID);
            boolean place = isPlace(search, hit.start(1), hit.end(1));
            if (someone && place) search.add(this, hit.start(1), hit.end(1), 0.7);
        });
        search.nearDigits(BOX, hit -> {
            int end = blocks.end(hit.end());
            search.add(this, hit.start(), end, end > hit.end() ? 0.94 : 0.7);
        });
        search.everywhere(CORNER, hit -> search.add(this, hit.start(), hit.end(), 0.9));
    }

    private static boolean startsWithNumber(Search search, int start) {
        return Character.isDigit(search.text.text().charAt(start));
    }

    // "came from Monday" and "came to Dr Rao" name no place.
    private static boolean isPlace(Search search, int start, int end) {
        String first = search.text.lower().substring(start, end).split(" ")[0];
        return !NO_PLACE.contains(first) && !Cues.CARE.contains(first) && !Cues.KINSHIP.contains(first);
    }
}
