package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Beds, wards and rooms where somebody lies. 45 CFR 164.514(b)(2)(i)(R). The room of a lecture is not one. */
final class WardsAndBeds extends Recogniser {
    private static final Finder PLACE = any(
            "(?<![\\p{L}\\p{M}\\d])((?:icu |ccu |nicu |general |gen |private |female |male |maternity |surgical |medical )?(?:bed|ward|room|cabin|cubicle|bay|rm|बेड|वार्ड|कमरा|कमरे|बिस्तर|बैड))(?: ?(?:no|num|number|nos|नंबर|नं|क्रमांक|nambar))?[ .:#-]{0,3}(?:[a-z]{1,2}-?)?\\d{1,4}(?:-?[a-z])?(?![\\p{L}\\p{M}\\d])(?![.,]?\\d)");
    private static final Finder WENT = any(
            "^ ?(?:[\\p{L}]+ ){0,2}?(?:went home|goes home|is home|was sent home|left us|got discharged|घर (?:गए|गई|गया)|ghar (?:gaye|gayi|gaya))");
    private static final Finder COUNTED =
            any("^ ?(?:beds?|rooms?|wards?|patients|people|hours?|days?|am|pm|बिस्तर|मरीज)");

    WardsAndBeds() {
        super(
                "id.ward",
                Label.OTHER,
                Severity.WARN,
                new Words(
                        "A ward, bed or room number tells where one patient lies.",
                        "वार्ड, बेड या कमरे का नंबर बताता है कि मरीज कहाँ है।"),
                new Words("our hospital", "हमारे अस्पताल"),
                new Words("Say \"our hospital\".", "\"हमारा अस्पताल\" लिखें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(PLACE, hit -> {
            boolean counted = COUNTED.matcher(search.text.after(hit.end(), 10)).find();
            boolean bed = hit.group(1).toLowerCase(java.util.Locale.ROOT).contains("bed")
                    || hit.group(1).contains("बेड");
            boolean someone = search.cues.kin(hit.start(), hit.end(), 12)
                    || search.cues.care(hit.start(), hit.end(), 8)
                    || search.cues.owner(hit.start(), hit.end(), 6);
            someone |= WENT.matcher(search.text.after(hit.end(), 24)).find();
            boolean announced = search.cues.event(hit.start(), hit.end(), 10);
            if (!counted && someone && (bed || !announced)) {
                search.add(this, hit.start(), hit.end(), bed ? 0.85 : 0.75);
            }
        });
    }
}
