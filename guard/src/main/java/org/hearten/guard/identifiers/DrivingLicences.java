package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Driving licences: Indian (state, office, year, seven digits; Central Motor Vehicles Rules 1989) and, by its words, US. */
final class DrivingLicences extends Recogniser {
    private static final Finder INDIAN = any(
            "(?<![a-z0-9])(?:ap|ar|as|br|cg|ch|dd|dl|dn|ga|gj|hp|hr|jh|jk|ka|kl|la|ld|mh|ml|mn|mp|mz|nl|od|or|pb|py|rj|sk|tg|tn|tr|ts|uk|up|ut|wb|an)[ -]?\\d{2}[ /-]?(?:19|20)\\d{2}[ /-]?\\d{7}(?!\\d)");
    private static final Finder ANY =
            any("(?<![a-z0-9])(?=[a-z]{0,3}[ -]?\\d)[a-z]{0,3}[ -]?[0-9][0-9 -]{4,16}[0-9](?![a-z0-9])");
    private static final Finder NAMED = cue(
            "driving licen[cs]e|driver'?s? licen[cs]e|dl no|dl number|licen[cs]e no|licen[cs]e number|dl|ड्राइविंग लाइसेंस|लाइसेंस");

    DrivingLicences() {
        super(
                "id.licence",
                Label.ID,
                Severity.BLOCK,
                new Words("This looks like a driving licence number.", "यह ड्राइविंग लाइसेंस नंबर लगता है।"),
                NOTHING,
                new Words(
                        "Remove the number; refer to the case by your own ticket number inside Hearten.",
                        "नंबर हटा दें; इस मामले को हार्टन के टिकट नंबर से पहचानें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(INDIAN, hit -> search.add(this, hit.start(), hit.end(), 0.94));
        String lower = search.text.lower();
        if (!lower.contains("dl") && !lower.contains("licen") && !lower.contains("लाइसेंस")) return;
        search.nearDigits(ANY, hit -> {
            boolean enough = Checksums.digitsOf(hit.group()).length() >= 6;
            if (enough && NAMED.isIn(search.spots, Math.max(0, hit.start() - 30), hit.start())) {
                search.add(this, hit.start(), hit.end(), 0.9);
            }
        });
    }
}
