package org.hearten.inbox;

import org.hearten.checks.Checks;
import org.hearten.facilities.FacilityId;
import org.hearten.guard.Triage;
import org.hearten.guard.Words;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Reads what comes in with the guard. If the guard fails, a message is hidden whole and comes first: nobody misses it. */
@Component
class Reader {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
    private static final int FIRST = 1;

    private final Checks checks;

    Reader(Checks checks) {
        this.checks = checks;
    }

    Reading read(FacilityId facility, String text) {
        try {
            var masked = checks.mask(facility, text);
            return new Reading(masked, Masked.count(masked), checks.triage(text));
        } catch (RuntimeException failed) {
            LOG.atError()
                    .addKeyValue("failure", failed.getClass().getSimpleName())
                    .log("a message was hidden whole");
            return new Reading("", Reading.ALL, unread());
        }
    }

    private static Triage unread() {
        return new Triage(
                Triage.Category.OTHER,
                FIRST,
                true,
                "en",
                new Words(
                        "The guard could not read this message, so it is hidden and stands first.",
                        "सुरक्षा जाँच यह संदेश नहीं पढ़ सकी, इसलिए यह छिपा है और सबसे ऊपर है।"));
    }
}
