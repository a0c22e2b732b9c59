package org.hearten.guard.text;

import org.jspecify.annotations.Nullable;

/** The places of a text where something may begin, found once for everything that is looked for. */
public final class Spots {
    private static final byte LETTER = 1; // or the mark of one
    private static final byte WORD = 2; // an ASCII letter or digit
    private static final int FAR = 127;

    private final String text;
    private final byte[] kinds;
    private final byte[] sorts;
    private final char[] plain;
    private final Traces traces;
    private final byte[] toDigit; // how many characters further the next digit stands

    private Spots(String text, Spots same) {
        this.text = text;
        kinds = same.kinds;
        sorts = same.sorts;
        plain = same.plain;
        traces = same.traces;
        toDigit = same.toDigit;
    }

    public Spots(String text) {
        this.text = text;
        kinds = Kinds.of(text);
        sorts = new byte[text.length()];
        plain = new char[text.length()];
        for (int i = 0; i < sorts.length; i++) {
            char c = text.charAt(i);
            sorts[i] = sort(c);
            plain[i] = Trace.plain(c);
        }
        traces = new Traces();
        toDigit = new byte[text.length()];
        int far = FAR;
        for (int i = toDigit.length - 1; i >= 0; i--) {
            far = plain[i] >= '0' && plain[i] <= '9' ? 0 : Math.min(FAR, far + 1);
            toDigit[i] = (byte) far;
        }
    }

    /** The same places of a text that differs in upper and lower case only. */
    Spots in(String sameText) {
        return new Spots(sameText, this);
    }

    public String text() {
        return text;
    }

    /** Whether a match of an expression with these needs may lie between two places. */
    boolean mayHold(Needs needs, int from, int to) {
        return needs.isEmpty() || needs.mayBeIn(traces.of(plain, from, to));
    }

    byte[] kinds() {
        return kinds;
    }

    /** The character before is an ASCII letter or digit. */
    boolean isInsideWord(int at) {
        return at > 0 && (sorts[at - 1] & WORD) != 0;
    }

    /** No word begins or ends here: an ASCII letter or digit stands on both sides. */
    boolean isNoEdge(int at) {
        return at > 0 && (sorts[at - 1] & sorts[at] & WORD) != 0;
    }

    /** The next digit stands too far for an expression that needs one within so many characters. */
    boolean isFarFromDigits(int at, int digitBy) {
        return toDigit[at] >= digitBy;
    }

    /** The character before is a letter, or a mark on one. */
    boolean followsLetter(int at) {
        return at > 0 && (sorts[at - 1] & LETTER) != 0;
    }

    private static byte sort(char c) {
        if (c < 128) {
            boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
            return letter ? LETTER | WORD : c >= '0' && c <= '9' ? WORD : 0;
        }
        if (c >= 0x900 && c < 0x980) return c == 0x964 || c == 0x965 || c == 0x970 ? 0 : LETTER;
        int type = Character.getType(c);
        boolean mark = type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK;
        return mark || Character.isLetter(c) ? LETTER : 0;
    }

    /** The traces of the whole text and of the sentences asked about last. */
    private static final class Traces {
        private static final int KEPT = 32;

        private final long[] stretches = new long[KEPT];
        private final @Nullable Trace[] kept = new @Nullable Trace[KEPT];

        Trace of(char[] plain, int from, int to) {
            long stretch = (long) from << 32 | to;
            int at = (from * 7 + to) & (KEPT - 1);
            var known = kept[at];
            if (known == null || stretches[at] != stretch) {
                known = new Trace(plain, from, to);
                kept[at] = known;
                stretches[at] = stretch;
            }
            return known;
        }
    }
}
