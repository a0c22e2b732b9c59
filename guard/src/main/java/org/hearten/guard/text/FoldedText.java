package org.hearten.guard.text;

import java.text.Normalizer;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A text with everything taken away that could hide a word from a pattern: styled letters, zero-width characters,
 * odd dashes and quotes, Devanagari digits, nukta spellings, runs of spaces, letters borrowed from a look-alike script.
 *
 * <p>Every folded character knows the place it came from, so that a hit can be marked in the original.
 */
public final class FoldedText {
    private static final int MOST_MARKS_ON_ONE_LETTER = 30; // more are noise, and sorting them would not be linear
    private static final String CYRILLIC = "АВЕКМНОРСТХУІЈЅабвекморстухіјѕԁԛԝһ";
    private static final String CYRILLIC_AS_LATIN = "ABEKMHOPCTXYIJSabbekmopctyxijsdqwh";
    private static final String GREEK = "ΑΒΕΖΗΙΚΜΝΟΡΤΥΧαικνορτυχ";
    private static final String GREEK_AS_LATIN = "ABEZHIKMNOPTYXaiKvoptux";

    private final String original;
    private final String folded;
    private final String lower;
    private final int[] starts;
    private final int[] ends;
    private @Nullable Spots spots;
    private @Nullable Spots lowerSpots;
    private @Nullable Spots originalSpots;

    private FoldedText(String original, char[] folded, int length, int[] starts, int[] ends) {
        this.original = original;
        unmask(folded, length);
        this.folded = new String(folded, 0, length);
        for (int i = 0; i < length; i++) folded[i] = Character.toLowerCase(folded[i]);
        this.lower = new String(folded, 0, length);
        this.starts = starts;
        this.ends = ends;
    }

    public static FoldedText of(String original) {
        return new Folding(original).fold();
    }

    public String original() {
        return original;
    }

    /** Folded, with upper and lower case as written. */
    public String text() {
        return folded;
    }

    /** Folded and in lower case, character for character alike with {@link #text()}. */
    public String lower() {
        return lower;
    }

    /** Where something may begin in {@link #text()}. */
    public Spots spots() {
        var known = spots;
        if (known == null) {
            known = new Spots(folded);
            spots = known;
        }
        return known;
    }

    /** Where something may begin in {@link #lower()}. */
    public Spots lowerSpots() {
        var known = lowerSpots;
        if (known == null) {
            known = spots().in(lower);
            lowerSpots = known;
        }
        return known;
    }

    /** Where something may begin in {@link #original()}. */
    public Spots originalSpots() {
        var known = originalSpots;
        if (known == null) {
            known = original.equals(folded) ? spots() : new Spots(original);
            originalSpots = known;
        }
        return known;
    }

    public int length() {
        return folded.length();
    }

    /** The UTF-16 unit of the original where the folded character stands. */
    public int originalStart(int index) {
        return starts[index];
    }

    /** The UTF-16 unit of the original after the last character of a folded span that ends before {@code end}. */
    public int originalEnd(int end) {
        return ends[end - 1];
    }

    /** What stands before a place, in lower case, at most so many characters. */
    public String before(int index, int most) {
        return lower.substring(Math.max(0, index - most), index);
    }

    /** What stands after a place, in lower case, at most so many characters. */
    public String after(int index, int most) {
        return lower.substring(index, Math.min(lower.length(), index + most));
    }

    // A word that mixes Latin letters or digits with look-alikes from another script was dressed up; undress it.
    private static void unmask(char[] text, int length) {
        int at = 0;
        while (at < length) {
            if (!Character.isLetterOrDigit(text[at])) {
                at++;
            } else {
                int from = at;
                boolean latin = false;
                boolean borrowed = false;
                while (at < length && Character.isLetterOrDigit(text[at])) {
                    latin |= text[at] < 0x80;
                    borrowed |= text[at] >= 0x370 && text[at] < 0x530;
                    at++;
                }
                if (latin && borrowed) {
                    for (int i = from; i < at; i++) text[i] = lookAlike(text[i]);
                }
            }
        }
    }

    private static char lookAlike(char c) {
        int cyrillic = CYRILLIC.indexOf(c);
        int greek = GREEK.indexOf(c);
        if (cyrillic >= 0) return CYRILLIC_AS_LATIN.charAt(cyrillic);
        return greek >= 0 ? GREEK_AS_LATIN.charAt(greek) : c;
    }

    private static final class Folding {
        private final String source;
        private char[] out;
        private int[] starts;
        private int[] ends;
        private int length;

        Folding(String source) {
            this.source = source;
            out = new char[source.length() + 16];
            starts = new int[out.length];
            ends = new int[out.length];
        }

        FoldedText fold() {
            int at = 0;
            while (at < source.length()) {
                char c = source.charAt(at);
                int end = at + 1;
                if (c < 0x80 && (end == source.length() || source.charAt(end) < 0x300)) {
                    put(c, at, end);
                } else if (c >= 0x900 && c < 0x980 && !hasForeignMark(end)) {
                    devanagari(c, at);
                } else {
                    end = clusterEnd(at);
                    var whole = Normalizer.normalize(source.substring(at, end), Normalizer.Form.NFKC);
                    for (int i = 0; i < whole.length(); ) {
                        int point = whole.codePointAt(i);
                        putPoint(point, at, end);
                        i += Character.charCount(point);
                    }
                }
                at = end;
            }
            return new FoldedText(source, out, length, starts, ends);
        }

        private int clusterEnd(int at) {
            int end = at + Character.charCount(source.codePointAt(at));
            boolean foreign = joinsTheLetterBefore(source.codePointAt(at)) || hasForeignMark(end);
            for (int marks = 0; end < source.length() && marks < MOST_MARKS_ON_ONE_LETTER; marks++) {
                int point = source.codePointAt(end);
                if (!joinsTheLetterBefore(point) && !(foreign && isDevanagariMark(point))) break;
                end += Character.charCount(point);
            }
            return end;
        }

        // An accent beside a nukta or virama: which comes first is only a way of writing.
        private boolean hasForeignMark(int at) {
            for (int i = at; i < source.length() && i - at < MOST_MARKS_ON_ONE_LETTER; i++) {
                char c = source.charAt(i);
                if (!isDevanagariMark(c)) return c >= 0x300 && joinsTheLetterBefore(source.codePointAt(i));
            }
            return false;
        }

        private static boolean isDevanagariMark(int point) {
            return point == 0x93C || point == 0x94D || point >= 0x951 && point <= 0x954;
        }

        private static boolean joinsTheLetterBefore(int point) {
            if (point >= 0x900 && point < 0x980) return false;
            int type = Character.getType(point);
            return type == Character.NON_SPACING_MARK
                    || type == Character.COMBINING_SPACING_MARK
                    || type == Character.ENCLOSING_MARK
                    || (point >= 0x1160 && point < 0x1200);
        }

        private void putPoint(int point, int start, int end) {
            if (point >= 0x900 && point < 0x980) {
                devanagari((char) point, start);
                if (length > 0 && starts[length - 1] == start) ends[length - 1] = end;
            } else if (Character.isBmpCodePoint(point)) {
                put((char) point, start, end);
            } else {
                raw(Character.highSurrogate(point), start, end);
                raw(Character.lowSurrogate(point), start, end);
            }
        }

        private void devanagari(char c, int at) {
            int end = at + 1;
            switch (c) {
                case 0x93C -> stretch(end); // nukta
                case 0x901 -> raw((char) 0x902, at, end);
                case 0x929 -> raw((char) 0x928, at, end);
                case 0x931 -> raw((char) 0x930, at, end);
                case 0x934 -> raw((char) 0x933, at, end);
                case 0x958 -> raw((char) 0x915, at, end);
                case 0x959 -> raw((char) 0x916, at, end);
                case 0x95A -> raw((char) 0x917, at, end);
                case 0x95B -> raw((char) 0x91C, at, end);
                case 0x95C -> raw((char) 0x921, at, end);
                case 0x95D -> raw((char) 0x922, at, end);
                case 0x95E -> raw((char) 0x92B, at, end);
                case 0x95F -> raw((char) 0x92F, at, end);
                default -> raw(c >= 0x966 && c <= 0x96F ? (char) ('0' + (c - 0x966)) : c, at, end);
            }
        }

        private void stretch(int end) {
            if (length > 0) ends[length - 1] = end;
        }

        private void put(char c, int start, int end) {
            switch (c) {
                case '\u2018', '\u2019', '\u201B', '\u02BC' -> raw('\'', start, end);
                case '\u201C', '\u201D' -> raw('"', start, end);
                case '\u2010', '\u2011', '\u2012', '\u2013', '\u2014', '\u2015', '\u2212' -> raw('-', start, end);
                case ' ', '\t', '\u00A0' -> {
                    if (length > 0 && out[length - 1] == ' ') ends[length - 1] = end;
                    else raw(' ', start, end);
                }
                default -> {
                    int type = c < 0x80 ? Character.OTHER_PUNCTUATION : Character.getType(c);
                    if (type == Character.FORMAT || (c >= 0xFE00 && c <= 0xFE0F) || c == '\u034F') {
                        return; // invisible
                    }
                    if (type == Character.DECIMAL_DIGIT_NUMBER) raw((char) ('0' + Character.digit(c, 10)), start, end);
                    else raw(c, start, end);
                }
            }
        }

        private void raw(char c, int start, int end) {
            if (length == out.length) grow();
            out[length] = c;
            starts[length] = start;
            ends[length] = end;
            length++;
        }

        private void grow() {
            int more = out.length * 2;
            out = Arrays.copyOf(out, more);
            starts = Arrays.copyOf(starts, more);
            ends = Arrays.copyOf(ends, more);
        }
    }
}
