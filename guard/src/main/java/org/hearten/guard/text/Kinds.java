package org.hearten.guard.text;

/** Sorts characters into 64 kinds, so that a set of them is one long: letters whatever their case, digits, common signs. */
public final class Kinds {
    public static final long ALL = -1L;
    static final long LETTERS = (1L << 26) - 1;
    static final long DIGITS = ((1L << 10) - 1) << 26;
    static final long FOREIGN = ((1L << 12) - 1) << 52;
    private static final int DEVANAGARI_KINDS = 9;
    private static final long DEVANAGARI = ((1L << DEVANAGARI_KINDS) - 1) << 52;
    private static final int SPACE = 36;
    private static final int NEW_LINE = 37;
    private static final int SIGN = 38;
    private static final String SIGNS = ".,-/:#()+@_'=";
    private static final int OTHER = 51;
    private static final byte[] ASCII = new byte[128];

    static {
        for (int c = 0; c < 128; c++) {
            if (c >= 'a' && c <= 'z') ASCII[c] = (byte) (c - 'a');
            else if (c >= 'A' && c <= 'Z') ASCII[c] = (byte) (c - 'A');
            else if (c >= '0' && c <= '9') ASCII[c] = (byte) (26 + c - '0');
            else if (c == ' ') ASCII[c] = SPACE;
            else if (c == '\n') ASCII[c] = NEW_LINE;
            else ASCII[c] = (byte) (SIGNS.indexOf(c) >= 0 ? SIGN + SIGNS.indexOf(c) : OTHER);
        }
    }

    private Kinds() {}

    public static int of(char c) {
        if (c < 128) return ASCII[c];
        return isDevanagari(c) ? 52 + c % DEVANAGARI_KINDS : 52 + DEVANAGARI_KINDS + c % (12 - DEVANAGARI_KINDS);
    }

    private static boolean isDevanagari(char c) {
        return c >= 0x900 && c < 0x980;
    }

    /** The kinds of all characters from one to another. */
    static long range(char from, char to) {
        if (to >= 128) {
            if (from < 128) return ALL;
            if (isDevanagari(from) && isDevanagari(to)) return DEVANAGARI;
            return to < 0x900 || from >= 0x980 ? FOREIGN & ~DEVANAGARI : FOREIGN;
        }
        long kinds = 0;
        for (char c = from; c <= to; c++) kinds |= set(c);
        return kinds;
    }

    static long set(char c) {
        return 1L << of(c);
    }

    /** The kind of every character of a text, and two ends of text after it. */
    public static byte[] of(String text) {
        var kinds = new byte[text.length() + 2];
        for (int i = 0; i < text.length(); i++) kinds[i] = (byte) of(text.charAt(i));
        kinds[text.length()] = NEW_LINE;
        kinds[text.length() + 1] = NEW_LINE;
        return kinds;
    }
}
