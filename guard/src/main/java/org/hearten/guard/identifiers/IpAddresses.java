package org.hearten.guard.identifiers;

import java.util.regex.Pattern;
import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;

/** Internet addresses, v4 and v6. 45 CFR 164.514(b)(2)(i)(O). */
final class IpAddresses extends Recogniser {
    private static final String BYTE = "(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)";
    private static final Pattern V4 = exact("(?<![\\d.])" + BYTE + "(?:\\." + BYTE + "){3}(?![\\d]|\\.\\d)");
    private static final Pattern V6 = any(
            "(?<![0-9a-f:])(?:[0-9a-f]{1,4}:){3,7}(?::?[0-9a-f]{1,4}){1,4}(?![0-9a-f:])|(?<![0-9a-f:])[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5}::(?:[0-9a-f]{1,4}(?::[0-9a-f]{1,4}){0,5})?(?![0-9a-f:])");
    private static final Pattern VERSION = cue("version|ver|release|v");

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
            if (!VERSION.matcher(search.text.before(hit.start(), 10)).find()) {
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
