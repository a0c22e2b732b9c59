package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Serial and lot numbers of devices and medicines. 45 CFR 164.514(b)(2)(i)(M). */
final class DeviceNumbers extends Recogniser {
    private static final Finder NAMED = NumberAfterWords.pattern(
            "serial|s/n|sn|lot|batch|imei|device|device id|pacemaker|implant|udi|model no|pump|hearing aid|stent no|valve no|lens no|सीरियल|बैच|लॉट");

    DeviceNumbers() {
        super(
                "id.device",
                Label.ID,
                Severity.WARN,
                new Words(
                        "A serial or lot number can be traced to the person who got the device.",
                        "सीरियल या लॉट नंबर से उस व्यक्ति का पता चल सकता है जिसे यह उपकरण लगा।"),
                NOTHING,
                new Words(
                        "Remove the number; refer to the case by your own ticket number inside Hearten.",
                        "नंबर हटा दें; इस मामले को हार्टन के टिकट नंबर से पहचानें।"));
    }

    @Override
    void find(Search search) {
        NumberAfterWords.find(search, NAMED, 4, (start, end) -> search.add(this, start, end, 0.93));
    }
}
