package org.hearten.guard.names;

import java.util.ArrayList;
import java.util.List;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;

/** Tags a text word by word from the left and tells how sure it was. */
public final class NameTagger {
    private static final int NONE = 0;
    private static final double FOR_A_NAME = 12; // a missed patient costs more than a question to the author

    private final NameModel model;
    private final int bonus;

    public NameTagger() {
        this(NameModel.builtIn());
    }

    NameTagger(NameModel model) {
        this.model = model;
        bonus = (int) Math.round(FOR_A_NAME / model.unit);
    }

    /** What a span names. */
    public enum Kind {
        PERSON,
        PLACE,
        ORGANISATION
    }

    /**
     * A name as a run of tokens.
     *
     * @param sureness how far the tag led the second best, averaged over the words; 0 is a toss-up
     * @param listed a word of it is on the lists of names
     * @param english all words of it are English words too
     */
    public record Name(Kind kind, int firstToken, int lastToken, double sureness, boolean listed, boolean english) {}

    public List<Name> names(FoldedText text, Tokens tokens) {
        var features = new Features(text, tokens, model.rows);
        var names = new ArrayList<Name>();
        var rows = new int[Features.MOST];
        var scores = new int[NameModel.TAGS];
        int before = NONE;
        int twoBefore = NONE;
        int first = -1;
        int kind = 0;
        double sureness = 0;
        for (int i = 0; i <= features.count(); i++) {
            int tag = NONE;
            double lead = 0;
            if (i < features.count()) {
                features.at(i, before, twoBefore, rows);
                tag = best(features, rows, scores, before);
                lead = lead(scores, tag);
            }
            boolean goesOn = tag != NONE && tag % 2 == 0 && first >= 0 && kind == (tag - 1) / 2;
            if (first >= 0 && !goesOn) {
                names.add(name(features, kind, first, i - 1, sureness / (i - first)));
                first = -1;
            }
            if (tag != NONE && !goesOn) {
                first = i;
                kind = (tag - 1) / 2;
                sureness = 0;
            }
            sureness += lead;
            twoBefore = before;
            before = tag;
        }
        return names;
    }

    private static Name name(Features features, int kind, int first, int last, double sureness) {
        boolean listed = false;
        boolean english = true;
        for (int i = first; i <= last; i++) {
            listed |= kind == 1 ? features.isPlace(i) : features.isKnownName(i);
            english &= features.isEnglish(i);
        }
        return new Name(Kind.values()[kind], first, last, sureness, listed, english);
    }

    int best(Features features, int[] rows, int[] scores, int before) {
        var weights = model.weights;
        int none = 0, b1 = 0, i1 = 0, b2 = 0, i2 = 0, b3 = 0, i3 = 0;
        for (int f = 0; f < features.used; f++) {
            int row = rows[f] * NameModel.ROW;
            none += weights[row];
            b1 += weights[row + 1];
            i1 += weights[row + 2];
            b2 += weights[row + 3];
            i2 += weights[row + 4];
            b3 += weights[row + 5];
            i3 += weights[row + 6];
        }
        scores[0] = none - bonus;
        scores[1] = b1;
        scores[2] = i1;
        scores[3] = b2;
        scores[4] = i2;
        scores[5] = b3;
        scores[6] = i3;
        int best = NONE;
        for (int tag = 1; tag < NameModel.TAGS; tag++) {
            if (isAllowed(tag, before) && scores[tag] > scores[best]) best = tag;
        }
        return best;
    }

    static boolean isAllowed(int tag, int before) {
        return tag == NONE || tag % 2 == 1 || before == tag || before == tag - 1;
    }

    private double lead(int[] scores, int tag) {
        int second = Integer.MIN_VALUE;
        for (int other = 0; other < NameModel.TAGS; other++) {
            // a tag that only goes on was never a rival, so its score means nothing
            boolean rival = other == NONE || other % 2 == 1;
            boolean sameKind = tag != NONE && other != NONE && (other - 1) / 2 == (tag - 1) / 2;
            if (other != tag && rival && !sameKind) second = Math.max(second, scores[other]);
        }
        return (scores[tag] - second) * model.unit;
    }
}
