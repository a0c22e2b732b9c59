package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Vehicle plates. 45 CFR 164.514(b)(2)(i)(L); Central Motor Vehicles Rules 1989, rule 50; Bharat series. */
final class VehiclePlates extends Recogniser {
    private static final Finder INDIAN = any(
            "(?<![a-z0-9])(?:ap|ar|as|br|cg|ch|dd|dl|dn|ga|gj|hp|hr|jh|jk|ka|kl|la|ld|mh|ml|mn|mp|mz|nl|od|or|pb|py|rj|sk|tg|tn|tr|ts|uk|up|ut|wb|an)[ .-]?\\d{1,2}[ .-]?[a-z]{1,3}[ .-]?\\d{4}(?![a-z0-9])");
    private static final Finder BHARAT = any("(?<![a-z0-9])[2-9]\\d[ -]?bh[ -]?\\d{4}[ -]?[a-z]{1,2}(?![a-z0-9])");
    private static final Finder ANY =
            any("(?<![a-z0-9])(?=[a-z0-9 -]{0,6}\\d)[a-z0-9]{2,4}[ -]?[a-z0-9]{2,4}(?![a-z0-9])");
    private static final Finder NAMED =
            any("(?:licen[cs]e plate|number plate|plate (?:no|number)|\\bplate)(?: ?(?:is|no\\.?|number|#|:|-))* ?$");

    VehiclePlates() {
        super(
                "id.plate",
                Label.ID,
                Severity.WARN,
                new Words("A vehicle plate leads to its owner.", "गाड़ी का नंबर उसके मालिक तक पहुँचाता है।"),
                NOTHING,
                new Words("Remove the plate.", "गाड़ी का नंबर हटा दें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(INDIAN, hit -> search.add(this, hit.start(), hit.end(), 0.94));
        search.nearDigits(BHARAT, hit -> search.add(this, hit.start(), hit.end(), 0.94));
        if (search.text.lower().contains("plate")) {
            search.nearDigits(ANY, hit -> {
                if (NAMED.matcher(search.text.before(hit.start(), 30)).find())
                    search.add(this, hit.start(), hit.end(), 0.88);
            });
        }
    }
}
