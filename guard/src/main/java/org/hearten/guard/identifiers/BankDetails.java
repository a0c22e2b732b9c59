package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Bank accounts, IFSC (Reserve Bank of India), IBAN (ISO 13616), payment cards (ISO/IEC 7812, Luhn) and UPI. 45 CFR 164.514(b)(2)(i)(J). */
final class BankDetails extends Recogniser {
    private static final Finder NAMED = NumberAfterWords.pattern(
            "account|a/c|acct|acc|bank|savings account|current account|upi|card|credit card|debit card|खाता|अकाउंट|कार्ड");
    private static final Finder IFSC = exact("(?<![A-Za-z0-9])[A-Z]{4}0(?=[A-Z0-9]*\\d)[A-Z0-9]{6}(?![A-Za-z0-9])");
    private static final Finder IBAN =
            any("(?<![a-z0-9])[a-z]{2}\\d{2}(?: ?[a-z0-9]{4}){3,7}(?: ?[a-z0-9]{1,3})?(?![a-z0-9])");
    private static final Finder CARD = exact("(?<![\\d.+-])[2-6](?:[ -]?\\d){11,18}(?![\\d]|[.-]\\d)");
    private static final Finder CARD_NAMED = cue("cards?|credit|debit|visa|mastercard|rupay|amex|कार्ड");
    private static final Finder UPI = any(
            "(?<![a-z0-9._])[a-z0-9][a-z0-9._-]{1,60}@(?:ok[a-z]{2,10}|ybl|ibl|axl|paytm|upi|apl|sbi|hdfcbank|icici|axisbank|kotak|barodampay|yapl|rapl|waicici|wahdfcbank|pnb|cnrb|freecharge|airtel|jupiteraxis|fbl)(?![a-z0-9.])");

    BankDetails() {
        super(
                "id.bank",
                Label.ID,
                Severity.BLOCK,
                new Words(
                        "Bank and card details lead to one person and to their money.",
                        "बैंक या कार्ड की जानकारी व्यक्ति और उसके पैसे तक पहुँचाती है।"),
                NOTHING,
                new Words(
                        "Remove it. Payments belong in the billing desk's own channel.",
                        "इसे हटा दें। भुगतान की बात बिलिंग डेस्क से ही करें।"));
    }

    @Override
    void find(Search search) {
        NumberAfterWords.find(search, NAMED, 6, (start, end) -> search.add(this, start, end, 0.93));
        search.nearDigits(IFSC, hit -> search.add(this, hit.start(), hit.end(), 0.93));
        search.nearDigits(IBAN, hit -> {
            String letters = hit.group().replace(" ", "");
            if (Checksums.iban(letters)) search.add(this, hit.start(), hit.end(), 0.97);
        });
        search.nearDigits(CARD, hit -> {
            String digits = Checksums.digitsOf(hit.group());
            boolean named = CARD_NAMED.isIn(search.spots, Math.max(0, hit.start() - 40), hit.start())
                    || CARD_NAMED.isIn(search.spots, hit.end(), Math.min(search.text.length(), hit.end() + 20));
            if (Checksums.luhn(digits)) search.add(this, hit.start(), hit.end(), named ? 0.98 : 0.82);
            else if (named) search.add(this, hit.start(), hit.end(), 0.8);
        });
        search.nearAts(UPI, hit -> search.add(this, hit.start(), hit.end(), 0.95));
    }
}
