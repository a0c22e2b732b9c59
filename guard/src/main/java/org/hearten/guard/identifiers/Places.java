package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.names.NameTagger;
import org.hearten.guard.names.NameTagger.Kind;

/** Towns, villages and districts beside a person. 45 CFR 164.514(b)(2)(i)(B): everything smaller than a state. */
final class Places extends Recogniser {
    Places() {
        super(
                "id.place",
                Label.LOCATION,
                Severity.WARN,
                new Words(
                        "A town or village beside a person's story helps neighbours know who it is.",
                        "कहानी के साथ गाँव या शहर का नाम हो तो पड़ोसी पहचान सकते हैं।"),
                new Words("our area", "हमारे इलाके"),
                new Words("Name only the state, or say \"our area\".", "केवल राज्य लिखें, या \"हमारा इलाका\"।"));
    }

    // Every word of a place begins with a capital, and the greeting before a name is not part of a place.
    private static boolean isWritten(Search search, NameTagger.Name name, int start, int end) {
        String written = search.text.text().substring(start, end);
        if (written.indexOf(',') >= 0 || written.startsWith("Hi ") || written.startsWith("Dear ")) return false;
        for (int i = name.firstToken(); i <= name.lastToken(); i++) {
            if (Character.isLowerCase(search.text.text().charAt(search.tokens.start(i))) && !name.listed())
                return false;
        }
        return name.listed() || name.chance() > 0.4;
    }

    /** Runs after {@link People}, which tags the names. */
    @Override
    void find(Search search) {
        for (var name : search.names) {
            if (name.kind() == Kind.PLACE) {
                int start = search.tokens.start(name.firstToken());
                int end = search.tokens.end(name.lastToken());
                boolean hashtag = start > 0 && "@#".indexOf(search.text.text().charAt(start - 1)) >= 0;
                boolean someone = search.cues.kin(start, end, 12)
                        || search.cues.care(start, end, 12)
                        || search.cues.owner(start, end, 8)
                        || search.matches().stream()
                                .anyMatch(match -> match.by().label == Label.PERSON || match.by().label == Label.ID);
                boolean announced = search.cues.event(start, end, 8) && !search.cues.kin(start, end, 8);
                double sureness = 40 * (name.chance() - 0.2) + (name.listed() ? 5 : 0);
                if (!hashtag && isWritten(search, name, start, end) && someone && !announced && sureness > 3) {
                    search.add(this, start, end, Math.min(0.95, 0.6 + sureness * 0.003));
                }
            }
        }
    }
}
