package org.hearten.guard.names;

import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;

/** What the tagger looks at around a word, each as a row of the model. */
final class Features {
    static final int MOST = 80;
    static final int SHAPE_TITLE = 1;
    static final int SHAPE_CAPITALS = 2;
    static final int SHAPE_LOWER = 3;
    static final int SHAPE_MIXED = 4;
    static final int SHAPE_NUMBER = 5;
    static final int SHAPE_SIGN = 6;
    static final int SHAPE_INITIAL = 7;
    static final int SHAPE_DEVANAGARI = 8;
    private static final int EDGE = 2; // places before the first word and after the last, so that looking needs no ifs
    private static final int SHORTEST_JOINED = 7;
    private static final int LONGEST_JOINED = 24;
    private static final int ECHO_REACH = 40;
    private static final int SHORTEST_ECHO = 4;
    private static final int COMMON = Vocabulary.ENGLISH;
    private static final Vocabulary VOCABULARY = Vocabulary.builtIn();

    private final int rowMask;
    private final int count;
    private final String text;
    private final String lower;
    private final Tokens tokens;
    private final int[] hash;
    private final int[] shape;
    private final int[] lists;
    private final int[] group;
    private final int[] family;
    private final int[] lean;
    private final int[] inside; // the parts of a word written LikeThis: what is known of the first and the last
    private final int[] sign; // the character that touches the word on its left
    private final boolean[] echo; // the word stands in an @handle of the same text too
    private final int yelling;

    int used;

    Features(FoldedText text, Tokens tokens, int rows) {
        rowMask = rows - 1;
        count = tokens.count();
        this.text = text.text();
        lower = text.lower();
        this.tokens = tokens;
        int places = count + 2 * EDGE;
        hash = new int[places];
        shape = new int[places];
        lists = new int[places];
        group = new int[places];
        family = new int[places];
        lean = new int[places];
        inside = new int[places];
        sign = new int[count];
        echo = new boolean[count];
        int capitals = 0;
        int words = 0;
        int titled = 0;
        for (int i = 0; i < count; i++) {
            int at = i + EDGE;
            hash[at] = tokens.hash(i);
            shape[at] = shape(text.text(), tokens.start(i), tokens.end(i));
            sign[i] = sign(text.text(), tokens.start(i));
            if (tokens.isWord(i)) know(at, tokens.start(i), tokens.end(i));
            if (tokens.isWord(i) && tokens.end(i) - tokens.start(i) > 1) {
                words++;
                if (shape[at] == SHAPE_CAPITALS) capitals++;
            }
            if (shape[at] == SHAPE_TITLE) titled++;
        }
        for (int edge = 0; edge < EDGE; edge++) {
            hash[edge] = 11 + edge;
            hash[count + EDGE + edge] = 13 + edge;
        }
        findEchoes();
        boolean loud = words > 3 && capitals * 2 > words;
        boolean headline = words > 4 && titled * 10 > words * 7;
        boolean quiet = words > 3 && capitals + titled == 0;
        yelling = loud ? 1 : headline ? 2 : quiet ? 3 : 0;
    }

    private static int sign(String text, int start) {
        char c = start == 0 ? ' ' : text.charAt(start - 1);
        return Tokens.isPartOfWord(c) ? 'a' : c;
    }

    private void know(int at, int start, int end) {
        int known = VOCABULARY.of(hash[at]);
        lists[at] = known & Vocabulary.LISTS;
        group[at] = Vocabulary.group(known);
        family[at] = VOCABULARY.family(known);
        lean[at] = Vocabulary.leaning(known);
        if (shape[at] == SHAPE_MIXED) inside[at] = inside(start, end);
        else if (known == 0 && end - start >= SHORTEST_JOINED && end - start <= LONGEST_JOINED)
            inside[at] = joined(start, end);
        boolean plural = known == 0 && end - start > 4 && lower.charAt(end - 1) == 's';
        if (plural) {
            int bare = 0;
            for (int i = start; i < end - 1; i++) bare = 31 * bare + lower.charAt(i);
            int knownBare = VOCABULARY.of(bare);
            lists[at] = knownBare & Vocabulary.LISTS;
            family[at] = VOCABULARY.family(knownBare);
            lean[at] = Vocabulary.leaning(knownBare);
        }
    }

    private void findEchoes() {
        for (int handle = 0; handle < count; handle++) {
            if (sign[handle] != '@') continue;
            int from = tokens.start(handle);
            int to = tokens.end(handle);
            for (int i = Math.max(0, handle - ECHO_REACH); i < Math.min(count, handle + ECHO_REACH); i++) {
                int length = tokens.end(i) - tokens.start(i);
                if (i == handle || length < SHORTEST_ECHO || length > to - from || (lists[i + EDGE] & COMMON) == COMMON)
                    continue;
                for (int at = from; at + length <= to && !echo[i]; at++) {
                    echo[i] = lower.regionMatches(at, lower, tokens.start(i), length);
                }
            }
        }
    }

    // #JaneRoe: what is known of Jane and of Roe.
    private int inside(int start, int end) {
        int first = 0;
        int last = 0;
        int parts = 0;
        int from = start;
        for (int i = start + 1; i <= end; i++) {
            if (i == end || Character.isUpperCase(text.charAt(i)) && Character.isLowerCase(text.charAt(i - 1))) {
                int hash = 0;
                for (int k = from; k < i; k++) hash = 31 * hash + lower.charAt(k);
                int known = VOCABULARY.of(hash);
                last = (known & Vocabulary.LISTS) << 3 | Vocabulary.leaning(known);
                if (parts == 0) first = last;
                parts++;
                from = i;
            }
        }
        return parts < 2 ? 0 : (Math.min(parts, 4) * 128 + first) * 128 + last;
    }

    // janeroe: a known first name with something after it that may be a name.
    private int joined(int start, int end) {
        int hash = 0;
        int best = 0;
        for (int i = start; i < end - 2; i++) {
            hash = 31 * hash + lower.charAt(i);
            if (i - start >= 3 && (VOCABULARY.of(hash) & Vocabulary.FIRST) != 0) {
                int rest = 0;
                for (int k = i + 1; k < end; k++) rest = 31 * rest + lower.charAt(k);
                int known = VOCABULARY.of(rest);
                best = Math.max(best, 1 + Vocabulary.leaning(known) + (known & Vocabulary.LAST) * 8);
            }
        }
        return best == 0 ? 0 : 1_000_000 + best;
    }

    private static int shape(String text, int start, int end) {
        char first = text.charAt(start);
        if (first >= 0x900 && first < 0x980) return SHAPE_DEVANAGARI;
        if (!Tokens.isPartOfWord(first)) return SHAPE_SIGN;
        int upper = 0;
        int low = 0;
        int digits = 0;
        for (int i = start; i < end; i++) {
            char c = text.charAt(i);
            if (Character.isUpperCase(c)) upper++;
            else if (Character.isLowerCase(c)) low++;
            else if (Character.isDigit(c)) digits++;
        }
        if (digits > 0 && low + upper == 0) return SHAPE_NUMBER;
        if (digits > 0) return SHAPE_MIXED;
        if (upper == 1 && low == 0) return SHAPE_INITIAL;
        if (upper > 0 && low == 0) return SHAPE_CAPITALS;
        if (upper == 0) return SHAPE_LOWER;
        return Character.isUpperCase(first) && upper == 1 ? SHAPE_TITLE : SHAPE_MIXED;
    }

    static boolean isPlainWord(int hash) {
        return (VOCABULARY.of(hash) & Vocabulary.LISTS) == Vocabulary.ENGLISH;
    }

    static boolean isListedPlace(int hash) {
        int lists = VOCABULARY.of(hash) & Vocabulary.LISTS;
        return (lists & Vocabulary.PLACE) != 0 && (lists & Vocabulary.ENGLISH) == 0;
    }

    int count() {
        return count;
    }

    boolean isKnownName(int i) {
        return (lists[i + EDGE] & (Vocabulary.FIRST | Vocabulary.LAST)) != 0;
    }

    boolean isEnglish(int i) {
        return (lists[i + EDGE] & Vocabulary.ENGLISH) != 0;
    }

    boolean isPlace(int i) {
        return (lists[i + EDGE] & Vocabulary.PLACE) != 0;
    }

    int shape(int i) {
        return shape[i + EDGE];
    }

    int[] shapes() {
        return shape;
    }

    int firstShape() {
        return EDGE;
    }

    /**
     * Fills rows with what speaks for a word.
     *
     * @param forgetting leaves out the word itself, so that training learns to do without
     */
    void at(int i, int[] rows, boolean forgetting) {
        used = 0;
        int at = i + EDGE;
        int w = hash[at];
        int p = hash[at - 1];
        int pp = hash[at - 2];
        int n = hash[at + 1];
        int nn = hash[at + 2];
        int s = shape[at];
        int ps = shape[at - 1];
        int ns = shape[at + 1];
        int ps2 = shape[at - 2];
        int ns2 = shape[at + 2];
        int g = lists[at];
        int pg = lists[at - 1];
        int ng = lists[at + 1];
        int c = group[at];
        int pc = group[at - 1];
        int nc = group[at + 1];
        int f = family[at];
        int pf = family[at - 1];
        int nf = family[at + 1];
        int y = yelling;
        int gs = g * 16 + s;
        if (!forgetting) {
            add(rows, 2, w, 0);
            add(rows, 3, w, s);
            add(rows, 8, p, w);
            add(rows, 9, w, n);
            add(rows, 20, ps * 16 + ns, w);
            add(rows, 31, i == 0 ? 1 : 0, w);
        }
        add(rows, 1, s, y);
        add(rows, 15, gs, y);
        add(rows, 21, p, s);
        add(rows, 22, n, s);
        add(rows, 30, i == 0 ? 1 : i == 1 ? 2 : 3, gs);
        add(rows, 44, c, s);
        add(rows, 47, nc, s);
        add(rows, 54, (pf * 64 + nf) * 64 + f, s);
        if (s == SHAPE_SIGN || s == SHAPE_NUMBER || (s == SHAPE_LOWER && g == Vocabulary.ENGLISH)) {
            add(rows, 25, pp, p);
            add(rows, 26, n, nn);
            add(rows, 72, ps, ns);
            if (echo[i]) add(rows, 71, s, gs);
            return;
        }
        add(rows, 4, p, 0);
        add(rows, 5, n, 0);
        add(rows, 6, pp, 0);
        add(rows, 7, nn, 0);
        add(rows, 10, p, n);
        add(rows, 16, g * 16 + pg, s);
        add(rows, 17, g * 16 + ng, s * 16 + ns);
        add(rows, 18, (g * 16 + pg) * 16 + ng, s);
        add(rows, 19, ps * 16 + s, ns);
        add(rows, 23, p, gs);
        add(rows, 24, n, gs);
        add(rows, 25, pp, p);
        add(rows, 26, n, nn);
        add(rows, 27, sign[i], s);
        add(rows, 39, pp, gs);
        add(rows, 40, nn, gs);
        add(rows, 41, (ps * 16 + s) * 16 + ns, y);
        add(rows, 43, (ps2 * 16 + ps) * 16 + s, ns * 16 + ns2);
        letters(i, s, rows);
        add(rows, 45, f, gs);
        add(rows, 46, pc, s);
        add(rows, 48, pc, c);
        add(rows, 49, c, nc);
        add(rows, 50, pf * 64 + f, s);
        add(rows, 51, nf * 64 + f, s);
        add(rows, 55, pc, gs);
        add(rows, 56, nc, gs);
        add(rows, 57, group[at - 2], gs);
        add(rows, 58, group[at + 2], gs);
        add(rows, 59, family[at - 2] * 64 + pf, s);
        add(rows, 60, nf * 64 + family[at + 2], s);
        add(rows, 61, f * 16 + y, s);
        int l = lean[at];
        int pl = lean[at - 1];
        int nl = lean[at + 1];
        add(rows, 62, l, gs);
        add(rows, 63, (l * 8 + pl) * 8 + nl, s);
        add(rows, 64, (l * 16 + ps) * 16 + ns, s);
        add(rows, 66, l, p);
        add(rows, 67, l, n);
        add(rows, 68, (l * 8 + y) * 64 + nf, s);
        add(rows, 69, (l * 8 + y) * 64 + pf, s);
        if (inside[at] != 0) add(rows, 70, inside[at], sign[i]);
        if (echo[i]) add(rows, 71, s, gs);
        add(rows, 72, ns, g * 16 + ng);
    }

    // The ends of a word tell much about where it comes from.
    private void letters(int i, int s, int[] rows) {
        int start = tokens.start(i);
        int end = tokens.end(i);
        int length = end - start;
        add(rows, 32, Math.min(length, 8), s);
        int hash = 0;
        for (int k = 0; k < 4; k++) {
            if (k < length) hash = 31 * hash + lower.charAt(end - 1 - k);
            if (k > 0) add(rows, 32 + k, hash, s);
        }
        hash = 0;
        for (int k = 0; k < 4; k++) {
            if (k < length) hash = 31 * hash + lower.charAt(start + k);
            if (k > 0) add(rows, 35 + k, hash, s);
        }
    }

    private void add(int[] rows, int kind, int one, int other) {
        int hash = kind * 0x9E3779B9 + one;
        hash *= 0x85EBCA6B;
        hash ^= hash >>> 13;
        hash += other * 0xC2B2AE35;
        hash *= 0x27D4EB2F;
        hash ^= hash >>> 16;
        rows[used++] = hash & rowMask;
    }
}
