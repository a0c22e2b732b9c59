package org.hearten.guard.rules;

import java.util.Arrays;
import java.util.Set;

/**
 * Where the sentences of a folded text begin and end. A very long one is cut into overlapping pieces, so that no text
 * can make a pattern slow.
 */
public final class Units {
    private static final int LONGEST = 2_000;
    private static final int OVERLAP = 300;
    private static final Set<String> ABBREVIATIONS = Set.of(
            "dr", "mr", "mrs", "ms", "prof", "st", "reg", "rs", "vs", "sr", "jr", "dept", "approx", "e.g", "i.e", "डॉ",
            "श्री", "प्रो", "क्र", "रु", "नं", "smt", "shri", "स्व");

    private int[] starts = new int[16];
    private int[] ends = new int[16];
    private int count;

    private Units() {}

    public static Units whole(String text) {
        var units = new Units();
        units.addPieces(0, text.length());
        return units;
    }

    /** Split after a full stop, question or exclamation mark or danda before a space, and at each newline. */
    public static Units sentences(String text) {
        var units = new Units();
        int start = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                while (at < text.length() && text.charAt(at) == '\n') at++;
                units.addPieces(start, at);
                start = at;
            } else if (isStop(c)) {
                int from = at;
                while (at < text.length() && isStop(text.charAt(at))) at++;
                boolean ends = at < text.length() && Character.isWhitespace(text.charAt(at));
                if (ends && !(at - from == 1 && c == '.' && isAbbreviation(text, start, from, at))) {
                    units.addPieces(start, at);
                    start = at;
                }
            } else {
                at++;
            }
        }
        units.addPieces(start, text.length());
        return units;
    }

    public int count() {
        return count;
    }

    public int start(int unit) {
        return starts[unit];
    }

    public int end(int unit) {
        return ends[unit];
    }

    /** The last unit that starts at or before a place. */
    int at(int place) {
        int found = Arrays.binarySearch(starts, 0, count, place);
        return found >= 0 ? found : Math.max(0, -found - 2);
    }

    private static boolean isStop(char c) {
        return c == '.' || c == '!' || c == '?' || c == '।' || c == '॥';
    }

    private static boolean isAbbreviation(String text, int start, int stop, int after) {
        int from = stop;
        while (from > start
                && !Character.isWhitespace(text.charAt(from - 1))
                && text.charAt(from - 1) != '('
                && stop - from < 8) {
            from--;
        }
        String word = text.substring(from, stop).toLowerCase(java.util.Locale.ROOT);
        if (word.equals("no")) {
            int next = after;
            while (next < text.length() && Character.isWhitespace(text.charAt(next))) next++;
            while (next < text.length() && !Character.isWhitespace(text.charAt(next))) {
                if (Character.isDigit(text.charAt(next))) return true;
                next++;
            }
            return false;
        }
        return ABBREVIATIONS.contains(word) || (word.length() == 1 && word.charAt(0) >= 'a' && word.charAt(0) <= 'z');
    }

    private void addPieces(int start, int end) {
        int from = start;
        while (end - from > LONGEST) {
            add(from, from + LONGEST);
            from += LONGEST - OVERLAP;
        }
        add(from, end);
    }

    private void add(int start, int end) {
        if (end <= start) return;
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        count++;
    }
}
