package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;

/** Names of personal accounts. 45 CFR 164.514(b)(2)(i)(R). A handle that only tags somebody is not flagged. */
final class Handles extends Recogniser {
    private static final Finder NAMED = any(
            "\\b(?:insta(?:gram)?|ig|facebook|fb|twitter|snap(?:chat)?|telegram|tiktok|linkedin|youtube)(?: ?(?:id|handle|account|profile|page|username))?(?: is| hai)?[ :=-]{1,3}(@?[a-z0-9][a-z0-9._]{2,29})\\b");

    Handles() {
        super(
                "id.handle",
                Label.URL,
                Severity.INFO,
                new Words(
                        "A personal account name leads to one person.",
                        "निजी अकाउंट का नाम किसी एक व्यक्ति तक पहुँचाता है।"),
                NOTHING,
                new Words("Remove the account name.", "अकाउंट का नाम हटा दें।"));
    }

    @Override
    void find(Search search) {
        String lower = search.text.lower();
        search.everywhere(NAMED, hit -> {
            String name = lower.substring(hit.start(1), hit.end(1));
            boolean looksLikeOne = name.charAt(0) == '@'
                    || name.indexOf('_') > 0
                    || name.chars().anyMatch(Character::isDigit);
            if (looksLikeOne) search.add(this, hit.start(1), hit.end(1), 0.7);
        });
    }
}
