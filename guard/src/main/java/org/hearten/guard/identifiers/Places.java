package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.names.NameTagger;
import org.hearten.guard.names.NameTagger.Kind;
import org.hearten.guard.text.Finder;

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

    private static final String PLACE =
            "((?:(?:New|South|North|East|West|United|Saint|St\\.?|San|Santa|Los|Las|El|La|Le) )?\\p{Lu}[\\p{L}\\p{M}'-]{2,30}(?: (?:\\p{Lu}[\\p{L}\\p{M}'-]{2,30}|de|du|am|im|an|la|del|upon|sur|der|den)){0,2})";
    private static final Finder GOING = exact(
            "(?<![\\p{L}\\p{M}])(?i:(?:based|born|raised|grew up|live|lives|lived|living|located|i am|i'm|inc|stay|staying|resident|moved|situated) (?:here )?(?:in|from|of|to|near)|(?:travel+ing|travel|flew|fly|flying|drove|returned|moved|moving|trip|went|going|headed|visit|emigrated|migrated) (?:here )?(?:to|from)|originally from|come from|comes from|hails from|where:|city:|town:|country:|state:|university of|visiting|visited|citizen of)[ \\n]{1,2}"
                    + PLACE);

    private static final Finder FROM_HINGLISH = any(
            "(?<![\\p{L}\\p{M}'-])(\\p{L}[\\p{L}\\p{M}'-]{2,24}(?: \\p{L}[\\p{L}\\p{M}'-]{2,24})?) (?:se (?:bol|aaye|aaya|aayi|aai|aa rah|hun\\b|hoon\\b|hain\\b)|(?:ke|ki|ka) rehne|mein? reht)");

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
        search.everywhere(FROM_HINGLISH, hit -> from(search, hit.start(1), hit.end(1)));
        if (search.context.strict()) findAny(search);
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

    // "asha, thana bhawan se bol rahi hun": a capital, a comma before, or a town on the list shows that it is one.
    private void from(Search search, int start, int end) {
        int first = search.tokens.at(start);
        int last = search.tokens.at(end) - 1;
        boolean afterComma = first > 0 && search.text.text().charAt(search.tokens.start(first - 1)) == ',';
        if (!afterComma && !isNamed(search, first)) first = last;
        if (!afterComma && !isNamed(search, first)) return;
        for (int i = first; i <= last; i++) {
            String word = search.tokens.lower(i);
            if (Addresses.NO_PLACE.contains(word) || Cues.CARE.contains(word) || Cues.KINSHIP.contains(word)) return;
        }
        search.add(this, search.tokens.start(first), end, 0.72);
    }

    private static boolean isNamed(Search search, int token) {
        return Character.isUpperCase(search.text.text().charAt(search.tokens.start(token)))
                || NameTagger.isListedPlace(search.tokens.hash(token));
    }

    private void findAny(Search search) {
        for (var name : search.names) {
            int start = search.tokens.start(name.firstToken());
            int end = search.tokens.end(name.lastToken());
            boolean sure = name.chance() > (name.listed() ? 0.15 : 0.35);
            if (name.kind() == Kind.PLACE && sure && isWritten(search, name, start, end))
                search.add(this, start, end, 0.6 + 0.3 * name.chance());
        }
        search.everywhere(GOING, hit -> {
            var first = search.text.lower().substring(hit.start(1), hit.end(1)).split(" ")[0];
            if (!Addresses.NO_PLACE.contains(first)) search.add(this, hit.start(1), hit.end(1), 0.62);
        });
        for (int i = 0; i < search.tokens.count(); i++) {
            int start = search.tokens.start(i);
            boolean capital = Character.isUpperCase(search.text.text().charAt(start));
            if (capital && NameTagger.isListedPlace(search.tokens.hash(i)))
                search.add(this, start, search.tokens.end(i), 0.55);
        }
    }
}
