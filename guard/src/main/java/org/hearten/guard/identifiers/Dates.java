package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/**
 * Dates tied to a person: birth, admission, discharge, death, a visit. 45 CFR 164.514(b)(2)(i)(C). The date of a camp,
 * a festival or a publication is an invitation or a fact, not an identifier.
 */
final class Dates extends Recogniser {
    private static final String MONTH =
            "(?:jan(?:uary|wari|vari)?|feb(?:ruary|rwari|ruari)?|mar(?:ch)?|apr(?:il)?|may|mai|june?|july?|julai|aug(?:ust)?|agast|sept?(?:ember|ambar)?|sitambar|oct(?:ober)?|aktubar|nov(?:ember)?|navambar|dec(?:ember)?|disambar|"
                    + "जनवरी|फरवरी|मार्च|अप्रैल|मई|जून|जुलाई|अगस्त|सितंबर|सितम्बर|अक्टूबर|अक्तूबर|नवंबर|नवम्बर|दिसंबर|दिसम्बर)";
    private static final String TIME = "(?:,?[ T](?:at )?\\d{1,2}:\\d{2}(?::\\d{2})?(?: ?[ap]\\.?m\\.?)?)?";
    private static final Finder NUMERIC =
            any("(?<![\\d/.-])(\\d{1,4})([/.-])(\\d{1,2})\\2(\\d{1,4})" + TIME + "(?![\\d]|[/.-]\\d)");
    private static final Finder WORDED = any("(?<![\\p{L}\\d/.-])\\d{1,2}(?:st|nd|rd|th)?(?: of)?[ ./-]?" + MONTH
            + "(?![\\p{L}\\p{M}])(?:\\.?[,' ./-]{0,2}(?:(?:19|20)\\d{2}|(?<=['/-])\\d{2}))?(?!\\d)" + TIME);
    private static final Finder MONTH_FIRST = any("(?<![\\p{L}\\p{M}])" + MONTH
            + "\\.?[ -]\\d{1,2}(?:st|nd|rd|th)?(?![\\d\\p{L}%:]|[.,]\\d{1,2}(?!\\d)|-\\d)(?:(?:, ?| )(?:19|20)\\d{2}(?!\\d))?"
            + TIME);
    private static final Finder MONTH_AND_YEAR = any("(?<![\\p{L}\\p{M}\\d/.-]|\\d[ ./-])" + MONTH
            + "(?![\\p{L}\\p{M}])\\.?(?:,? ?(?:of )?| ?['/-] ?)(?:19|20)\\d{2}(?!\\d)");
    private static final Finder YEAR = any(
            "(?:(?<![\\p{L}\\p{M}])(?:in|since|of|from|until|till|by|year|during|before|after|circa|sal|saal|सन|साल) )((?:19|20)\\d{2})(?![\\d%]|[.,/-]\\d)");
    private static final Finder WEEKDAY =
            exact("(?<![\\p{L}\\p{M}])(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day(?![\\p{L}])");
    private static final Finder CLOCK = any("(?<![\\d:.])\\d{1,2}(?:[:.]\\d{2})?(?::\\d{2})? ?[ap]\\.?m\\b");
    private static final Finder SHORT = any("(?<![\\d/.-])(\\d{1,2})[/-](\\d{1,2})(?![\\d/-])");
    private static final Finder SHORT_CUE = cue("on|dated|date|dt|dob|d\\.o\\.b|born|since|को");
    private static final Finder BIRTH =
            cue("dob|d\\.?o\\.?b\\.?|date of birth|birth ?date|born(?: on)?|janm(?: tithi)?|जन्म(?:तिथि)?(?: तिथि)?");

    Dates() {
        super(
                "id.date",
                Label.DATE,
                Severity.BLOCK,
                new Words(
                        "An exact date beside a person's care helps others find out who it was.",
                        "किसी के इलाज के साथ सटीक तारीख से लोग पहचान सकते हैं कि वह कौन था।"),
                new Words("recently", "हाल में"),
                new Words("Say only the year, or \"recently\".", "केवल साल लिखें, या \"हाल में\"।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(NUMERIC, hit -> {
            if (isDate(hit.group(1), hit.group(3), hit.group(4))) judge(search, hit.start(), hit.end(), true);
        });
        search.nearDigits(WORDED, hit -> judge(search, hit.start(), hit.end(), false));
        search.nearDigits(MONTH_FIRST, hit -> judge(search, hit.start(), hit.end(), false));
        search.nearDigits(MONTH_AND_YEAR, hit -> {
            var cues = search.cues;
            boolean kin = cues.kin(hit.start(), hit.end(), 10);
            boolean theirs = cues.owner(hit.start(), hit.end(), 6) && cues.care(hit.start(), hit.end(), 8);
            boolean announced = cues.event(hit.start(), hit.end(), 8) && !kin;
            if ((kin || theirs) && !announced) search.add(this, hit.start(), hit.end(), 0.8);
        });
        if (search.context.strict()) findAny(search);
        search.nearDigits(SHORT, hit -> {
            int one = Integer.parseInt(hit.group(1));
            int two = Integer.parseInt(hit.group(2));
            boolean day = one > 0 && two > 0 && one <= 31 && two <= 31 && (one <= 12 || two <= 12);
            if (day
                    && SHORT_CUE.isIn(search.spots, Math.max(0, hit.start() - 12), hit.start())
                    && search.cues.care(hit.start(), hit.end(), 6)
                    && !search.cues.event(hit.start(), hit.end(), 8)) {
                search.add(this, hit.start(), hit.end(), 0.7);
            }
        });
    }

    private void findAny(Search search) {
        for (var pattern : new Finder[] {NUMERIC, WORDED, MONTH_FIRST, MONTH_AND_YEAR, CLOCK}) {
            search.nearDigits(pattern, hit -> {
                boolean date = pattern != NUMERIC || isDate(hit.group(1), hit.group(3), hit.group(4));
                if (date) search.add(this, hit.start(), hit.end(), 0.58);
            });
        }
        search.nearDigits(YEAR, hit -> search.add(this, hit.start(1), hit.end(1), 0.56));
        search.everywhere(WEEKDAY, hit -> search.add(this, hit.start(), hit.end(), 0.56));
    }

    private static boolean isDate(String first, String second, String third) {
        int a = Integer.parseInt(first);
        int b = Integer.parseInt(second);
        int c = Integer.parseInt(third);
        if (first.length() == 4) return a >= 1850 && a <= 2100 && b >= 1 && b <= 12 && c >= 1 && c <= 31;
        if (first.length() > 2 || third.length() == 3 || third.length() == 1) return false;
        if (third.length() == 4 && (c < 1850 || c > 2100)) return false;
        boolean dayFirst = a >= 1 && a <= 31 && b >= 1 && b <= 12;
        boolean monthFirst = a >= 1 && a <= 12 && b >= 1 && b <= 31;
        boolean yearFirst = third.length() == 2 && b >= 1 && b <= 12 && c >= 1 && c <= 31;
        return dayFirst || monthFirst || yearFirst;
    }

    private void judge(Search search, int start, int end, boolean numeric) {
        var cues = search.cues;
        if (BIRTH.isIn(search.spots, Math.max(0, start - 30), start)) {
            search.add(this, start, end, 0.97);
            return;
        }
        boolean kin = cues.kin(start, end, 10);
        boolean owner = cues.owner(start, end, 6);
        boolean care = cues.care(start, end, 8);
        boolean announced = cues.event(start, end, 8) && !kin && !(owner && care);
        if (!announced) {
            if (kin || care || owner) search.add(this, start, end, numeric ? 0.93 : 0.88);
            else if (numeric) search.add(this, start, end, 0.6);
        }
    }
}
