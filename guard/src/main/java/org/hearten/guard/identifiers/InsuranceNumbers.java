package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Health-plan, policy and claim numbers, Ayushman and ESIC cards. 45 CFR 164.514(b)(2)(i)(I). */
final class InsuranceNumbers extends Recogniser {
    private static final Finder NAMED = NumberAfterWords.pattern(
            "member|membership|policy|claim|subscriber|insurance|insured|insurer id|tpa|health plan|plan id|group no|group number|medicaid|medicare|beneficiary|hicn|mbi|pre-?auth|preauthori[sz]ation|ayushman|pm-?jay|cghs|esic|esi|echs|ccn|cashless|पॉलिसी|क्लेम|दावा|बीमा|आयुष्मान|सदस्यता");
    private static final Finder MEDICARE = any(
            "(?<![a-z0-9])[1-9][ac-hj-kmnp-rt-y][ac-hj-kmnp-rt-y0-9]\\d-?[ac-hj-kmnp-rt-y][ac-hj-kmnp-rt-y0-9]\\d-?[ac-hj-kmnp-rt-y]{2}\\d{2}(?![a-z0-9])");
    private static final Finder PLAN_STYLE = exact("(?<![A-Za-z0-9])[A-Z]{3}\\d{9}(?:[A-Z]|\\d{0,3})(?![A-Za-z0-9])");

    InsuranceNumbers() {
        super(
                "id.insurance",
                Label.ID,
                Severity.BLOCK,
                new Words(
                        "An insurance number points at one insured person.",
                        "बीमा नंबर एक बीमित व्यक्ति तक पहुँचाता है।"),
                NOTHING,
                new Words(
                        "Remove the number; refer to the case by your own ticket number inside Hearten.",
                        "नंबर हटा दें; इस मामले को हार्टन के टिकट नंबर से पहचानें।"));
    }

    @Override
    void find(Search search) {
        NumberAfterWords.find(search, NAMED, 4, (start, end) -> search.add(this, start, end, 0.93));
        search.nearDigits(MEDICARE, hit -> search.add(this, hit.start(), hit.end(), 0.92));
        search.nearDigits(PLAN_STYLE, hit -> search.add(this, hit.start(), hit.end(), 0.78));
    }
}
