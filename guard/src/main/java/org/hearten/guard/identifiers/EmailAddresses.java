package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** E-mail addresses, also spelled out as "name at gmail dot com". 45 CFR 164.514(b)(2)(i)(F). */
final class EmailAddresses extends Recogniser {
    private static final Finder WRITTEN = any(
            "(?<![a-z0-9])[\\p{L}\\p{N}](?:[\\p{L}\\p{N}._%+'-]{0,120})@[\\p{L}\\p{N}-]{1,63}(?:\\.[\\p{L}\\p{N}-]{1,63}){0,4}\\.[\\p{L}]{2,24}");
    private static final Finder SPELLED = any(
            "\\b(?:[a-z0-9]{1,30} dot ){0,2}[a-z0-9][a-z0-9._+-]{0,40} ?(?:\\(at\\)|\\[at\\]|\\{at\\}| at |@) ?(?:[a-z0-9-]{2,30}) ?(?:\\(dot\\)|\\[dot\\]|\\{dot\\}| dot |\\.) ?"
                    + "(?:com|in|org|net|co|edu|gov)(?: ?(?:\\(dot\\)|\\[dot\\]| dot |\\.) ?in)?\\b");

    EmailAddresses() {
        super(
                "id.email",
                Label.EMAIL,
                Severity.WARN,
                new Words(
                        "A personal e-mail address leads to one person.",
                        "निजी ई-मेल पता किसी एक व्यक्ति तक पहुँचाता है।"),
                NOTHING,
                new Words(
                        "Use the facility's own address, or remove it.", "संस्थान का अपना ई-मेल दें या इसे हटा दें।"));
    }

    @Override
    void find(Search search) {
        search.nearAts(WRITTEN, hit -> search.add(this, hit.start(), hit.end(), 0.98));
        String lower = search.text.lower();
        if (lower.contains("dot")) search.everywhere(SPELLED, hit -> search.add(this, hit.start(), hit.end(), 0.85));
        else if (search.hasAt() && lower.contains("com")) {
            search.aroundAts(SPELLED, hit -> search.add(this, hit.start(), hit.end(), 0.85));
        }
    }
}
