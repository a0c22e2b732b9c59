package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Ages over 89, which so few people reach that they identify. 45 CFR 164.514(b)(2)(i)(C). */
final class Ages extends Recogniser {
    private static final String OVER_89 = "(9\\d|1[01]\\d|12[0-5])";
    private static final String ANY = "(\\d{1,2}|1[01]\\d|12[0-5])";
    private static final String UNITS = "(?:[- ](?:one|two|three|four|five|six|seven|eight|nine))?";
    private static final String NINETY =
            "(ninety" + UNITS + "|(?:a|one) hundred(?:(?: and)? (?:one|two|three|four|five|six|ten))?)";
    private static final String WORDS = "((?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety)" + UNITS
            + "|(?:four|six|seven|eigh|nine)teen|thirteen|fifteen|eleven|twelve|two|three|four|five|six|seven|eight|nine|ten)";
    private static final String SAID =
            "(?:[- ]?(?:years?|yrs?)[- ]?old|[- ]?(?:years?|yrs?) of age|[ -]?y[-/. ]?o\\b|[- ]?(?:year|yr)[- ]old|[- ]?(?:saal|sal|varsh|baras|वर्ष|साल|बरस)(?:iya|eey| ?ki umra?| ?के| ?की| ?का| ?ke| ?ki| ?ka|ीय| ?बुजुर्ग)| ?/ ?[mf]\\b| ?[- ]?(?:yrs?|y) ?/? ?[mf]\\b)";
    private static final String NAMED =
            "(?:\\b(?:aged?|age is|age of|turned|turns|turning|umar|umra|ayu)|उम्र|आयु)(?: ?(?:is|of|of about|:|-|hai|है|ab|अब|thi))?[ :-]{1,3}";
    private static final String YEARS = "[- ]?(?:years?|yrs?|saal|sal|varsh|वर्ष|साल)";
    private static final Finder OLD_SAID = said(OVER_89);
    private static final Finder OLD_NAMED = named(OVER_89);
    private static final Finder BETWEEN_COMMAS =
            any(", ?" + OVER_89 + "(?=,|\\)| ?$|\\.(?: |$))|\\(" + OVER_89 + "\\)");
    private static final Finder BARE_YEARS = any("(?<![\\d.,])" + OVER_89 + YEARS);
    private static final Finder OLD_IN_WORDS =
            any("\\b" + NINETY + "[- ]years?[- ](?:old|of age)|\\b(nonagenarian|centenarian)\\b");
    private static final Finder OLD_NAMED_IN_WORDS =
            any("\\b(?:aged?|turned|turns|turning) " + NINETY + "(?![\\p{L}])");
    private static final Finder ANY_SAID = said(ANY);
    private static final Finder ANY_NAMED = named(ANY);
    private static final Finder ANY_WAS = any(
            "\\b(?:(?:when|while|since) (?:he|she|i|they|we) (?:was|were)|at the age of|at age|i'?m|i am|(?:he|she) is) "
                    + ANY
                    + "(?![\\d%°:]|[.,/-]\\d| ?(?:%|am|pm|kg|km|cm|mg|weeks?|days?|hours?|minutes?|months?|percent|on\\b|in\\b|at\\b|of\\b))");
    private static final Finder ANY_IN_WORDS = any("\\b" + WORDS + "[- ]years?[- ](?:old|of age)");

    private static Finder said(String age) {
        return any("(?<![\\d.,/])" + age + "(?![\\d]|[.,]\\d)" + SAID);
    }

    private static Finder named(String age) {
        return any(NAMED + age + "(?![\\d%]|[.,]\\d)");
    }

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
        search.nearDigits(OLD_SAID, hit -> search.add(this, hit.start(1), hit.end(1), 0.95));
        search.nearDigits(OLD_NAMED, hit -> search.add(this, hit.start(1), hit.end(1), 0.9));
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
        search.everywhere(OLD_IN_WORDS, hit -> {
            int group = hit.start(1) >= 0 ? 1 : 2;
            search.add(this, hit.start(group), hit.end(group), 0.85);
        });
        search.everywhere(OLD_NAMED_IN_WORDS, hit -> search.add(this, hit.start(1), hit.end(1), 0.85));
        if (search.context.strict()) findAny(search);
    }

    private void findAny(Search search) {
        for (var pattern : new Finder[] {ANY_SAID, ANY_NAMED, ANY_WAS}) {
            search.nearDigits(pattern, hit -> search.add(this, hit.start(1), hit.end(1), 0.8));
        }
        search.everywhere(ANY_IN_WORDS, hit -> search.add(this, hit.start(1), hit.end(1), 0.8));
    }
}
