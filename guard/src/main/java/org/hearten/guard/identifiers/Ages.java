package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Ages over 89, which so few people reach that they identify. 45 CFR 164.514(b)(2)(i)(C). */
final class Ages extends Recogniser {
    private static final String OLD = "(9\\d|1[01]\\d|12[0-5])";
    private static final Finder SAID = any(
            "(?<![\\d.,/])" + OLD
                    + "(?![\\d]|[.,]\\d)(?:[- ]?(?:years?|yrs?)[- ]?old|[- ]?(?:years?|yrs?) of age| ?y/?o\\b|[- ]?(?:year|yr)[- ]old|[- ]?(?:saal|sal|varsh|baras|वर्ष|साल|बरस)(?:iya|eey| ?ki umra?| ?के| ?की| ?का| ?ke| ?ki| ?ka|ीय| ?बुजुर्ग)| ?/ ?[mf]\\b| ?[- ]?(?:yrs?|y) ?/? ?[mf]\\b)");
    private static final Finder NAMED = any(
            "(?:\\b(?:aged?|age is|age of|turned|turns|turning|umar|umra|ayu)|उम्र|आयु)(?: ?(?:is|of|of about|:|-|hai|है|ab|अब|thi))?[ :-]{1,3}"
                    + OLD + "(?![\\d%]|[.,]\\d)");
    private static final Finder BETWEEN_COMMAS = any(", ?" + OLD + "(?=,|\\)| ?$|\\.(?: |$))|\\(" + OLD + "\\)");
    private static final Finder BARE_YEARS = any("(?<![\\d.,])" + OLD + "[- ]?(?:years?|yrs?|saal|sal|varsh|वर्ष|साल)");
    private static final Finder IN_WORDS = any(
            "\\b(ninety(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?|nonagenarian|centenarian|a hundred)(?:[- ]years?[- ]old|(?<=arian))");

    Ages() {
        super(
                "id.age",
                Label.AGE,
                Severity.BLOCK,
                new Words(
                        "Few people live past 89, so the exact age can tell who it is.",
                        "89 से ऊपर बहुत कम लोग होते हैं, इसलिए सही उम्र से पहचान हो सकती है।"),
                new Words("90 or more", "90 से अधिक"),
                new Words("Say \"90 or older\".", "\"90 या उससे अधिक\" लिखें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(SAID, hit -> search.add(this, hit.start(1), hit.end(1), 0.95));
        search.nearDigits(NAMED, hit -> search.add(this, hit.start(1), hit.end(1), 0.9));
        search.nearDigits(BETWEEN_COMMAS, hit -> {
            int group = hit.start(1) >= 0 ? 1 : 2;
            if (search.cues.kin(hit.start(), hit.end(), 6)) search.add(this, hit.start(group), hit.end(group), 0.75);
        });
        search.nearDigits(BARE_YEARS, hit -> {
            boolean anniversary = search.cues.event(hit.start(), hit.end(), 8);
            if (search.cues.kin(hit.start(), hit.end(), 6) && !anniversary) {
                search.add(this, hit.start(1), hit.end(1), 0.8);
            }
        });
        String lower = search.text.lower();
        if (lower.contains("ninety") || lower.contains("arian") || lower.contains("a hundred")) {
            search.everywhere(IN_WORDS, hit -> search.add(this, hit.start(1), hit.end(1), 0.85));
        }
    }
}
