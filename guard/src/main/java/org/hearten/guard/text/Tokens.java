package org.hearten.guard.text;

import java.util.Arrays;

/** The words and marks of a folded text: runs of letters, digits and their marks, and single other characters. */
public final class Tokens {
    private final FoldedText text;
    private int[] starts = new int[64];
    private int[] ends = new int[64];
    private boolean[] words = new boolean[64];
    private int[] hashes = new int[64];
    private int count;

    private Tokens(FoldedText text) {
        this.text = text;
    }

    public static Tokens of(FoldedText text) {
        var tokens = new Tokens(text);
        tokens.split();
        return tokens;
    }

    public int count() {
        return count;
    }

    public int start(int token) {
        return starts[token];
    }

    public int end(int token) {
        return ends[token];
    }

    public boolean isWord(int token) {
        return words[token];
    }

    /** The {@link String#hashCode} of the token in lower case, with every digit taken for a 9. */
    public int hash(int token) {
        return hashes[token];
    }

    public String lower(int token) {
        return text.lower().substring(starts[token], ends[token]);
    }

    public String word(int token) {
        return text.text().substring(starts[token], ends[token]);
    }

    /** The first token that starts at or after a place. */
    public int at(int place) {
        int found = Arrays.binarySearch(starts, 0, count, place);
        return found >= 0 ? found : -found - 1;
    }

    private void split() {
        String folded = text.text();
        int at = 0;
        while (at < folded.length()) {
            char c = folded.charAt(at);
            if (c == ' ' || c == '\n' || c == '\r') {
                at++;
            } else if (isPartOfWord(c)) {
                int from = at;
                while (at < folded.length() && (isPartOfWord(folded.charAt(at)) || isInnerApostrophe(folded, at))) at++;
                add(from, at, true);
            } else {
                int width = Character.isHighSurrogate(c) && at + 1 < folded.length() ? 2 : 1;
                add(at, at + width, false);
                at += width;
            }
        }
    }

    // O'Brien is one word, but the 's of "Ravi's" is not part of the name.
    private static boolean isInnerApostrophe(String folded, int at) {
        return folded.charAt(at) == '\''
                && at + 2 < folded.length()
                && Character.isLetter(folded.charAt(at + 1))
                && Character.isLetter(folded.charAt(at + 2));
    }

    /** The first word of a text, or its first mark. */
    public static String first(String lower) {
        int end = 0;
        while (end < lower.length() && (isPartOfWord(lower.charAt(end)) || isInnerApostrophe(lower, end))) end++;
        return lower.substring(0, Math.max(1, end));
    }

    public static boolean isPartOfWord(char c) {
        if (c < 0x80) return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
        if (c >= 0x900 && c < 0x980) return c != 0x964 && c != 0x965 && c != 0x970;
        if (Character.isLetterOrDigit(c)) return true;
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK || type == Character.COMBINING_SPACING_MARK;
    }

    private static int hash(String lower, int start, int end) {
        int hash = 0;
        for (int i = start; i < end; i++) {
            char c = lower.charAt(i);
            hash = 31 * hash + (c >= '0' && c <= '9' ? '9' : c);
        }
        return hash;
    }

    private void add(int start, int end, boolean word) {
        if (count == starts.length) {
            starts = Arrays.copyOf(starts, count * 2);
            ends = Arrays.copyOf(ends, count * 2);
            words = Arrays.copyOf(words, count * 2);
            hashes = Arrays.copyOf(hashes, count * 2);
        }
        starts[count] = start;
        ends[count] = end;
        words[count] = word;
        hashes[count] = hash(text.lower(), start, end);
        count++;
    }
}
