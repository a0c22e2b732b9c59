package org.hearten.guard.identifiers;

import java.util.Set;
import org.hearten.guard.Jurisdiction;
import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/**
 * Telephone and fax numbers. 45 CFR 164.514(b)(2)(i)(D), (E); ITU-T E.164; National Numbering Plan of India (mobiles
 * begin with 6 to 9); North American Numbering Plan. Helplines and toll-free numbers belong to everyone.
 */
final class PhoneNumbers extends Recogniser {
    private static final Finder CHUNK = exact(
            "(?<![\\p{L}\\d.@/_-]|\\d[ ,]|#)(?:\\+ ?|00)?\\(?\\d(?:[ ().-]{0,3}\\d){6,14}(?: ?(?:x|ext\\.?) ?\\d{1,5})?(?![\\p{L}\\d%]|[.,:/-]\\d)");
    private static final Finder NAMED = cue(
            "call|text|phone|ph|tel|telephone|mob|mobile|cell|contact|whatsapp|whats app|wa|sms|number|no|num|reach|fax|ring|dial|helpline|landline|call me(?: on| at)?|phn|fone|sampark|nambar|मोबाइल|फोन|नंबर|संपर्क|कॉल|व्हाट्सएप|व्हाट्सऐप|registered|line");
    private static final Finder NOT_A_PHONE = cue(
            "rs|inr|usd|amount|price|aadhaar|uhid|mrn|isbn|account|a/c|acct|card|policy|claim|invoice|order|npi|pin|imei|serial");
    private static final Finder DATE_LIKE = exact(
            "(?:19|20)\\d{2}[ .-]\\d{1,2}[ .-]\\d{1,2}.*|\\d{1,2}[ .-]\\d{1,2}[ .-](?:19|20)?\\d{2}(?: .*)?|(?:19|20)\\d{2} ?- ?(?:19|20)\\d{2}");
    private static final Finder TOLL_FREE =
            exact("(?:\\+?1)?8(?:00|33|44|55|66|77|88)[2-9]\\d{6}|1(?:800|860)\\d{6,8}");
    private static final Set<String> HELPLINES =
            Set.of("18002738255", "8006624357", "18006624357", "18001801104", "18005990019", "9152987821");

    PhoneNumbers() {
        super(
                "id.phone",
                Label.PHONE,
                Severity.WARN,
                new Words(
                        "A phone number that is not the facility's leads to one person.",
                        "जो फोन नंबर संस्थान का नहीं है, वह किसी एक व्यक्ति तक पहुँचाता है।"),
                NOTHING,
                new Words(
                        "Use a number from the facility's contact list, or remove it.",
                        "संस्थान का नंबर दें या इसे हटा दें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(CHUNK, hit -> {
            double confidence = confidence(search, hit.group(), hit.start());
            if (confidence > 0) search.add(this, hit.start(), hit.end(), confidence);
        });
    }

    private static double confidence(Search search, String written, int start) {
        int extension = written.indexOf('x');
        String number = extension > 0
                ? written.substring(0, written.lastIndexOf(' ', extension) > 0 ? extension - 1 : extension)
                : written;
        String digits = Checksums.digitsOf(number);
        boolean plus = written.startsWith("+") || written.startsWith("00");
        boolean american = search.context.jurisdiction() == Jurisdiction.US
                || digits.startsWith("1")
                || (number.startsWith("8") && number.matches("\\d{3}[ .-]\\d{3}[ .-]\\d{4}"));
        if ((american && TOLL_FREE.matcher(digits).matches()) || HELPLINES.contains(digits)) return 0;
        if (DATE_LIKE.matcher(number).matches()) return 0;
        int from = Math.max(0, start - 30);
        boolean named = NAMED.isIn(search.spots, from, start);
        if (NOT_A_PHONE.isIn(search.spots, from, start)) return isIndianMobile(digits) && named ? 0.6 : 0;
        if (isIndianMobile(digits)) return named || plus || digits.length() > 10 ? 0.97 : 0.9;
        if (plus) return digits.length() >= 8 ? 0.93 : 0;
        String groups =
                number.replaceAll("\\d", "9").replaceAll("[ ().-]+", " ").strip();
        if (isNorthAmerican(digits)) {
            boolean grouped = groups.equals("999 999 9999") || groups.equals("9 999 999 9999");
            if (grouped) return named ? 0.97 : 0.92;
            return named ? 0.88 : 0;
        }
        if (digits.startsWith("0") && digits.length() >= 9 && digits.length() <= 12) return named ? 0.92 : 0.8;
        if (named) return digits.length() <= 13 ? 0.72 : 0;
        boolean severalGroups = groups.chars().filter(c -> c == ' ').count() >= 2 && !groups.matches("9( 9)+");
        return severalGroups && digits.length() >= 8 && digits.length() <= 11 ? 0.55 : 0;
    }

    private static boolean isIndianMobile(String digits) {
        String own = digits;
        if (own.startsWith("0091")) own = own.substring(4);
        else if (own.length() == 12 && own.startsWith("91")) own = own.substring(2);
        else if (own.length() == 13 && own.startsWith("091")) own = own.substring(3);
        else if (own.length() == 11 && own.startsWith("0")) own = own.substring(1);
        return own.length() == 10 && own.charAt(0) >= '6';
    }

    private static boolean isNorthAmerican(String digits) {
        String own = digits.length() == 11 && digits.startsWith("1") ? digits.substring(1) : digits;
        return own.length() == 10 && own.charAt(0) >= '2' && own.charAt(3) >= '2';
    }
}
