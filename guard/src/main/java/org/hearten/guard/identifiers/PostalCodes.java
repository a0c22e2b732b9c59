package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** PIN and ZIP codes beside a person. 45 CFR 164.514(b)(2)(i)(B); India Post PIN, first digit 1 to 9. */
final class PostalCodes extends Recogniser {
    private static final Finder PIN =
            exact("(?<![\\p{L}\\d.,/#@-]|\\d[ ,])[1-9]\\d{2} ?\\d{3}(?![\\d\\p{L}%]|[.,/-]\\d)");
    private static final Finder PIN_NAMED = cue("pin|pincode|pin code|पिन|पिनकोड|पिन कोड|postal code|zip");
    private static final Finder AFTER_PLACE = any("[\\p{L}\\p{M}]{3,}(?:,| -|-)? ?$");
    private static final Finder NOT_A_PLACE = cue(
            "rs|inr|₹|otp|code|lakh|about|over|nearly|than|to|of|all|our|total|reached|cost|amount|paid|pay|order|no|number|id|mrn|uhid|token|से|कुल|लगभग|bill|ticket|case|file|record|chart|policy|claim|invoice|account|ref|fee|fees|rupees|the|a|for|by|is|with|in");
    private static final Finder COUNTED = any(
            "^ ?(?:people|patients|rupees|rs|likes|followers|views|doses|tests|children|women|men|families|lives|visitors|units|beds|steps|members|users|votes|लोग|मरीज|रुपये|रूपये|log|mareez|calories|mg|ml|km|cases)");
    private static final Finder SAID = any(
            "(?<![\\p{L}\\p{M}])(?:zip|zip ?code|postal code|post ?code|pin ?code)(?: is| hai)?[ :]{1,3}(\\d{3,6}(?:[- ]\\d{2,4}(?!\\d)| (?-i:[A-Z]{2})(?![\\p{L}]))?)(?!\\d)");
    private static final Finder ZIP_PLUS = exact("(?<![\\d-])\\d{5}-\\d{4}(?![\\d-])");
    private static final Finder ZIP = exact("(?<![\\p{L}\\d.,/#@$-]|\\d[ ,]|[$₹] )\\d{5}(?![\\d\\p{L}%+]|[.,/-]\\d)");
    private static final Finder STATE_BEFORE = exact(
            "(?:^|[ ,])(?:AL|AK|AZ|AR|CA|CO|CT|DE|FL|GA|HI|ID|IL|IN|IA|KS|KY|LA|ME|MD|MA|MI|MN|MS|MO|MT|NE|NV|NH|NJ|NM|NY|NC|ND|OH|OK|OR|PA|RI|SC|SD|TN|TX|UT|VT|VA|WA|WV|WI|WY|DC),? $");

    PostalCodes() {
        super(
                "id.postcode",
                Label.LOCATION,
                Severity.WARN,
                new Words(
                        "A PIN or ZIP code narrows down where a person lives.",
                        "पिन कोड से पता चलता है कि व्यक्ति कहाँ रहता है।"),
                NOTHING,
                new Words("Remove it, or name only the state.", "इसे हटा दें, या केवल राज्य लिखें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(PIN, hit -> {
            String before = search.text.before(hit.start(), 24);
            if (isNamed(search, hit.start())) search.add(this, hit.start(), hit.end(), 0.95);
            else if (bare(search, before, hit.start(), hit.end())) search.add(this, hit.start(), hit.end(), 0.6);
        });
        search.nearDigits(SAID, hit -> search.add(this, hit.start(1), hit.end(1), 0.9));
        search.nearDigits(ZIP_PLUS, hit -> search.add(this, hit.start(), hit.end(), 0.8));
        search.nearDigits(ZIP, hit -> {
            String before = search.text.before(hit.start(), 24);
            String exactBefore = search.text.text().substring(Math.max(0, hit.start() - 5), hit.start());
            if (isNamed(search, hit.start())
                    || STATE_BEFORE.matcher(exactBefore).find()) {
                search.add(this, hit.start(), hit.end(), 0.93);
            } else if (before.endsWith(", ") || before.endsWith("\n") || before.endsWith("\n ")) {
                if (bare(search, before, hit.start(), hit.end())) search.add(this, hit.start(), hit.end(), 0.6);
            }
        });
    }

    private static boolean isNamed(Search search, int start) {
        return PIN_NAMED.isIn(search.spots, Math.max(0, start - 24), start);
    }

    private static boolean bare(Search search, String before, int start, int end) {
        return AFTER_PLACE.matcher(before).find()
                && !NOT_A_PLACE.isIn(search.spots, Math.max(0, start - 14), start)
                && !COUNTED.matcher(search.text.after(end, 14)).find()
                && (search.cues.care(start, end, 10)
                        || search.cues.kin(start, end, 10)
                        || search.cues.owner(start, end, 10));
    }
}
