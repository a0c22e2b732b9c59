package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Web addresses. 45 CFR 164.514(b)(2)(i)(N). Government and health bodies are public knowledge. */
final class WebAddresses extends Recogniser {
    private static final Finder LINK = any("(?:https?://|ftp://|www\\.)[^\\s<>\"]{3,2000}");
    private static final Finder BARE = any(
            "\\b[a-z0-9][a-z0-9-]{0,62}(?:\\.[a-z0-9-]{1,63}){0,3}\\.(?:com|org|net|info|biz|co\\.in|org\\.in|in|io|me|ly|app|edu|gov|co\\.uk|us|example)(?:/[^\\s<>\"]{0,2000}|\\b(?![.@-]))");
    private static final Finder PUBLIC = any(
            "^(?:https?://)?(?:[a-z0-9-]+\\.){0,4}(?:gov|gov\\.in|nic\\.in|gov\\.uk|who\\.int|nhs\\.uk|mil|edu|ac\\.in|cdc\\.gov|medlineplus\\.gov|redcross\\.org|heart\\.org|cancer\\.org)(?:[/:?#].*)?$");

    WebAddresses() {
        super(
                "id.url",
                Label.URL,
                Severity.INFO,
                new Words(
                        "A link can lead to a page or picture about one person.",
                        "यह लिंक किसी एक व्यक्ति के पन्ने या तस्वीर तक ले जा सकता है।"),
                null,
                new Words(
                        "Keep only links to the facility's own pages or to public health bodies.",
                        "केवल संस्थान या सरकारी स्वास्थ्य संस्थाओं के लिंक रखें।"));
    }

    @Override
    void find(Search search) {
        String lower = search.text.lower();
        if (lower.indexOf('.') < 0) return;
        if (lower.contains("://") || lower.contains("www.")) {
            search.everywhere(LINK, hit -> add(search, hit.start(), hit.end(), 0.95));
        }
        search.nearDots(BARE, hit -> add(search, hit.start(), hit.end(), 0.7));
    }

    private void add(Search search, int start, int end, double confidence) {
        String text = search.text.text();
        while (end > start && ".,;:!?)'\"।]}".indexOf(text.charAt(end - 1)) >= 0) end--;
        boolean inEmail = start > 0 && text.charAt(start - 1) == '@';
        if (!inEmail
                && !PUBLIC.matcher(search.text.lower().substring(start, end)).matches()) {
            search.add(this, start, end, confidence);
        }
    }
}
