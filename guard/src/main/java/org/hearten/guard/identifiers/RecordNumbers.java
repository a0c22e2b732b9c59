package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Numbers of hospital records: MRN, UHID, IP and OP numbers, bills, samples, of many hospital styles. 45 CFR 164.514(b)(2)(i)(H), (R). */
final class RecordNumbers extends Recogniser {
    private static final Finder NAMED = NumberAfterWords.pattern(
            "mrn|m\\.?r\\.? ?no|mrd|uhid|u\\.h\\.i\\.d|uhid no|umr|medical record|health record|record|patient id|patient no|patient number|pt id|hospital id|hospital no|registration|regn?|regd|reg no|ip no|ipd|ip number|op no|opd no|opd id|opd number|cr no|crno|cr number|file|chart|encounter|lab id|lab no|sample|sample id|specimen|accession|report id|report no|bill|bill no|invoice|receipt|case|case id|admission no|admission number|admission id|admit no|token no|discharge no|visit id|episode|ticket|request id|reference no|ref no|account|acct|यूएचआईडी|एमआरएन|पंजीयन|पंजीकरण|रजिस्ट्रेशन|मरीज क्रमांक|मरीज आईडी|मरीज नंबर|फाइल|केस|बिल|रसीद|रिपोर्ट नंबर|पर्ची|ओपीडी नंबर|आईपी नंबर");
    private static final Finder HOSPITAL_STYLE =
            exact("(?<![A-Za-z0-9])(?!IFSC|ISBN|COVID|SARS)[A-Z]{2,5}[-/]?\\d{7,12}(?![A-Za-z0-9])");
    private static final Finder DOCTOR =
            any("(?:\\bdr\\b|\\bmd\\b|mbbs|doctor|डॉ|चिकित्सक|nmc|mci|council|smc|rera|gst|nabh|nabl|cin\\b|rohini)");

    RecordNumbers() {
        super(
                "id.record",
                Label.ID,
                Severity.BLOCK,
                new Words(
                        "A hospital number points at one patient's record.",
                        "अस्पताल का नंबर एक मरीज के रिकॉर्ड तक पहुँचाता है।"),
                NOTHING,
                new Words(
                        "Remove the number; refer to the case by your own ticket number inside Hearten.",
                        "नंबर हटा दें; इस मामले को हार्टन के टिकट नंबर से पहचानें।"));
    }

    @Override
    void find(Search search) {
        NumberAfterWords.find(search, NAMED, 4, (start, end) -> search.add(this, start, end, 0.93));
        search.nearDigits(HOSPITAL_STYLE, hit -> {
            if (!DOCTOR.matcher(search.text.before(hit.start(), 50)).find())
                search.add(this, hit.start(), hit.end(), 0.7);
        });
    }
}
