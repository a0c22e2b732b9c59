package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Internet addresses, v4 and v6. 45 CFR 164.514(b)(2)(i)(O). */
final class IpAddresses extends Recogniser {
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Finder V4 = exact("(?<![\\d.])" + BYTE + "(?:\\." + BYTE + "){3}(?![\\d]|\\.\\d)");
    private static final Finder V6 = any(
            "(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,4}(?![0-9a-f:])|(?<![0-9a-f:])[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5}::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?(?![0-9a-f:])");
    private static final Finder VERSION = cue("version|ver|release|v");

    IpAddresses() {
        super(
                "id.ip",
                Label.IP,
                Severity.WARN,
                new Words(
                        "An internet address can be traced to one household.",
                        "इंटरनेट पते से किसी एक घर का पता चल सकता है।"),
                NOTHING,
                new Words("Remove the address.", "पता हटा दें।"));
    }

    @Override
    void find(Search search) {
        search.nearDigits(V4, hit -> {
            if (!VERSION.isIn(search.spots, Math.max(0, hit.start() - 10), hit.start())) {
                search.add(this, hit.start(), hit.end(), 0.95);
            }
        });
        if (search.text.lower().indexOf(':') >= 0) {
            search.nearDigits(V6, hit -> {
                boolean time = hit.group().matches("\\d{1,2}(?::\\d{2}){1,3}");
                if (!time) search.add(this, hit.start(), hit.end(), 0.9);
            });
        }
    }
}
