package org.hearten.guard.names;

import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;

/** What the tagger looks at around a word, each as a row of the model. */
final class Features {
    static final int MOST = 64;
    private static final WordList FIRST = WordList.read("first.txt");
    private static final WordList LAST = WordList.read("last.txt");
    private static final WordList PLACES = WordList.read("places.txt");
    private static final WordList ENGLISH = WordList.read("words.txt");
    private static final WordList HINDI = WordList.read("hindi.txt");

    private final int rowMask;
    private final int count;
    private final String[] lower;
    private final int[] hash;
    private final int[] shape;
    private final int[] lists;
    private final int[] sign; // the character that touches the word on its left
    private final int yelling;

    int used;

    Features(FoldedText text, Tokens tokens, int rows) {
        rowMask = rows - 1;
        count = tokens.count();
        lower = new String[count];
        hash = new int[count];
        shape = new int[count];
        lists = new int[count];
        sign = new int[count];
        int capitals = 0;
        int words = 0;
        for (int i = 0; i < count; i++) {
            lower[i] = tokens.lower(i);
            hash[i] = hasDigit(lower[i]) ? shapeOfNumber(lower[i]).hashCode() : lower[i].hashCode();
            shape[i] = shape(text.text(), tokens.start(i), tokens.end(i));
            sign[i] = tokens.start(i) == 0 ? ' ' : text.text().charAt(tokens.start(i) - 1);
            if (Tokens.isPartOfWord((char) sign[i]) || Character.isLetter(sign[i])) sign[i] = 'a';
            lists[i] = tokens.isWord(i) ? lists(lower[i]) : 0;
            if (tokens.isWord(i) && lower[i].length() > 1) {
                words++;
                if (shape[i] == SHAPE_CAPITALS) capitals++;
            }
        }
        boolean loud = words > 3 && capitals * 2 > words;
        int titled = 0;
        for (int i = 0; i < count; i++) if (shape[i] == SHAPE_TITLE) titled++;
        boolean headline = words > 4 && titled * 10 > words * 7;
        boolean quiet = words > 3 && capitals + titled == 0;
        yelling = loud ? 1 : headline ? 2 : quiet ? 3 : 0;
    }

    static final int SHAPE_TITLE = 1;
    static final int SHAPE_CAPITALS = 2;
    static final int SHAPE_LOWER = 3;
    static final int SHAPE_MIXED = 4;
    static final int SHAPE_NUMBER = 5;
    static final int SHAPE_SIGN = 6;
    static final int SHAPE_INITIAL = 7;
    static final int SHAPE_DEVANAGARI = 8;

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

    private static int lists(String word) {
        int bits = 0;
        if (word.charAt(0) >= 0x900) return HINDI.has(word) ? 1 : PLACES.has(word) ? 4 : 0;
        if (FIRST.has(word)) bits |= 1;
        if (LAST.has(word)) bits |= 2;
        if (PLACES.has(word)) bits |= 4;
        if (ENGLISH.has(word)) bits |= 8;
        else if (word.length() > 4 && word.endsWith("s") && ENGLISH.has(word.substring(0, word.length() - 1)))
            bits |= 8;
        return bits;
    }

    private static boolean hasDigit(String word) {
        for (int i = 0; i < word.length(); i++) if (Character.isDigit(word.charAt(i))) return true;
        return false;
    }

    private static String shapeOfNumber(String word) {
        return word.replaceAll("\\d", "9");
    }

    int count() {
        return count;
    }

    boolean isKnownName(int i) {
        return (lists[i] & 3) != 0;
    }

    boolean isEnglish(int i) {
        return (lists[i] & 8) != 0;
    }

    boolean isPlace(int i) {
        return (lists[i] & 4) != 0;
    }

    int shape(int i) {
        return shape[i];
    }

    /** Fills rows with what speaks for a word, given the tags of the two before it. */
    void at(int i, int before, int twoBefore, int[] rows) {
        at(i, before, twoBefore, rows, false);
    }

    /** @param forgetting leaves out the word itself, so that training learns to do without */
    void at(int i, int before, int twoBefore, int[] rows, boolean forgetting) {
        used = 0;
        String word = lower[i];
        int w = hash[i];
        int p = i > 0 ? hash[i - 1] : 11;
        int pp = i > 1 ? hash[i - 2] : 12;
        int n = i + 1 < count ? hash[i + 1] : 13;
        int nn = i + 2 < count ? hash[i + 2] : 14;
        int s = shape[i];
        int ps = i > 0 ? shape[i - 1] : 0;
        int ns = i + 1 < count ? shape[i + 1] : 0;
        int g = lists[i];
        int pg = i > 0 ? lists[i - 1] : 0;
        int ng = i + 1 < count ? lists[i + 1] : 0;
        int y = yelling;
        add(rows, 1, s, y);
        if (!forgetting) add(rows, 2, w, 0);
        if (!forgetting) add(rows, 3, w, s);
        add(rows, 4, p, 0);
        add(rows, 5, n, 0);
        add(rows, 6, pp, 0);
        add(rows, 7, nn, 0);
        if (!forgetting) add(rows, 8, p, w);
        if (!forgetting) add(rows, 9, w, n);
        add(rows, 10, p, n);
        add(rows, 11, before, s);
        if (!forgetting) add(rows, 12, before, w);
        add(rows, 13, before * 8 + twoBefore, s);
        add(rows, 14, before, p);
        add(rows, 15, g * 16 + s, y);
        add(rows, 16, g * 16 + pg, s);
        add(rows, 17, g * 16 + ng, s * 16 + ns);
        add(rows, 18, (g * 16 + pg) * 16 + ng, s);
        add(rows, 19, ps * 16 + s, ns);
        if (!forgetting) add(rows, 20, ps * 16 + ns, w);
        add(rows, 21, p, s);
        add(rows, 22, n, s);
        add(rows, 23, p, g * 16 + s);
        add(rows, 24, n, g * 16 + s);
        add(rows, 25, pp, p);
        add(rows, 26, n, nn);
        add(rows, 27, sign[i], s);
        add(rows, 28, before, g * 16 + s);
        add(rows, 29, before * 16 + g, p);
        add(rows, 30, i == 0 ? 1 : i == 1 ? 2 : 3, g * 16 + s);
        if (!forgetting) add(rows, 31, i == 0 ? 1 : 0, w);
        int length = word.length();
        add(rows, 32, Math.min(length, 8), s);
        add(rows, 33, word.substring(Math.max(0, length - 2)).hashCode(), s);
        add(rows, 34, word.substring(Math.max(0, length - 3)).hashCode(), s);
        add(rows, 35, word.substring(Math.max(0, length - 4)).hashCode(), s);
        add(rows, 36, word.substring(0, Math.min(2, length)).hashCode(), s);
        add(rows, 37, word.substring(0, Math.min(3, length)).hashCode(), s);
        add(rows, 38, word.substring(0, Math.min(4, length)).hashCode(), s);
        add(rows, 39, pp, g * 16 + s);
        add(rows, 40, nn, g * 16 + s);
        add(rows, 41, (ps * 16 + s) * 16 + ns, y);
        add(rows, 42, before * 16 + ns, g * 16 + ng);
        int ps2 = i > 1 ? shape[i - 2] : 0;
        int ns2 = i + 2 < count ? shape[i + 2] : 0;
        add(rows, 43, (ps2 * 16 + ps) * 16 + s, ns * 16 + ns2);
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
