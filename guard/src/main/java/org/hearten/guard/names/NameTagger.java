package org.hearten.guard.names;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;

/** Finds the names in a text and tells how likely each is one. */
public final class NameTagger {
    private static final double WORTH_TELLING = 0.1;
    private static final int KINDS = 3;
    private static final int LONGEST = 400; // words looked at together; what lies further off says nothing

    private static final VarHandle ROWS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);
    private static final long SIGNS = 0x8080808080808080L;
    private static final long EVERY_OTHER = 0x00FF00FF00FF00FFL;

    private final NameModel model;
    private final float[] steps;

    public NameTagger() {
        this(NameModel.builtIn());
    }

    NameTagger(NameModel model) {
        this.model = model;
        steps = model.steps;
    }

    /** Whether a word, by its hash, is an ordinary English one that names nobody and no place. */
    public static boolean isPlainWord(int hash) {
        return Features.isPlainWord(hash);
    }

    /** Whether a word, by its hash, is on the list of places and is no ordinary word. */
    public static boolean isListedPlace(int hash) {
        return Features.isListedPlace(hash);
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
     * @param chance how likely it is, averaged over its words
     * @param listed a word of it is on the lists of names
     * @param english all words of it are English words too
     */
    public record Name(Kind kind, int firstToken, int lastToken, double chance, boolean listed, boolean english) {}

    /** Every name that is at least faintly likely, in the order of the text. */
    public List<Name> names(FoldedText text, Tokens tokens) {
        var features = new Features(text, tokens, model.rows);
        var names = new ArrayList<Name>();
        var field = new Field(steps);
        for (int from = 0; from < features.count(); from += LONGEST) {
            names(features, from, Math.min(features.count(), from + LONGEST), field, names);
        }
        return names;
    }

    private void names(Features features, int from, int to, Field field, List<Name> names) {
        int words = to - from;
        var rows = new int[Features.MOST];
        var scores = new float[NameModel.TAGS];
        field.reserve(words);
        for (int i = from; i < to; i++) {
            features.at(i, rows, false);
            score(features, rows, scores);
            field.put(i - from, scores);
        }
        field.settle(words, features.shapes(), features.firstShape() + from);
        var chances = new double[NameModel.TAGS];
        int kind = -1;
        int first = 0;
        double sum = 0;
        for (int i = from; i < to; i++) {
            field.chances(i - from, chances);
            int best = bestKind(chances);
            boolean likely = best >= 0 && chances[2 * best + 1] + chances[2 * best + 2] >= WORTH_TELLING;
            boolean goesOn = likely && best == kind && chances[2 * best + 2] > chances[2 * best + 1];
            if (kind >= 0 && !goesOn) {
                names.add(name(features, kind, first, i - 1, sum / (i - first)));
                kind = -1;
            }
            if (likely) {
                if (!goesOn) {
                    kind = best;
                    first = i;
                    sum = 0;
                }
                sum += chances[2 * best + 1] + chances[2 * best + 2];
            }
        }
        if (kind >= 0) names.add(name(features, kind, first, to - 1, sum / (to - first)));
    }

    private static int bestKind(double[] chances) {
        int best = -1;
        double most = 0;
        for (int kind = 0; kind < KINDS; kind++) {
            double both = chances[2 * kind + 1] + chances[2 * kind + 2];
            if (both > most) {
                most = both;
                best = kind;
            }
        }
        return best;
    }

    // A row's eight small numbers are added at once, four in each of two longs, each made positive by 128.
    private void score(Features features, int[] rows, float[] scores) {
        var weights = model.weights;
        long even = 0;
        long odd = 0;
        int used = features.used;
        for (int f = 0; f < used; f++) {
            long row = (long) ROWS.get(weights, rows[f] * NameModel.ROW) ^ SIGNS;
            even += row & EVERY_OTHER;
            odd += row >>> 8 & EVERY_OTHER;
        }
        int nothing = 128 * used;
        for (int tag = 0; tag < NameModel.TAGS; tag++) {
            long half = (tag & 1) == 0 ? even : odd;
            int sum = (int) (half >>> (tag >> 1) * 16 & 0xFFFF) - nothing;
            scores[tag] = sum * model.unit;
        }
    }

    private static Name name(Features features, int kind, int first, int last, double chance) {
        boolean listed = false;
        boolean english = true;
        for (int i = first; i <= last; i++) {
            listed |= kind == 1 ? features.isPlace(i) : features.isKnownName(i);
            english &= features.isEnglish(i);
        }
        return new Name(Kind.values()[kind], first, last, chance, listed, english);
    }
}
