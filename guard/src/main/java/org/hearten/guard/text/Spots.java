package org.hearten.guard.text;

/** The places of a text where something may begin, found once for everything that is looked for. */
public final class Spots {
    private static final byte LETTER = 1; // or the mark of one
    private static final byte WORD = 2; // an ASCII letter or digit

    private final String text;
    private final byte[] kinds;
    private final byte[] sorts;

    private Spots(String text, byte[] kinds, byte[] sorts) {
        this.text = text;
        this.kinds = kinds;
        this.sorts = sorts;
    }

    public Spots(String text) {
        this.text = text;
        kinds = Kinds.of(text);
        sorts = new byte[text.length()];
        for (int i = 0; i < sorts.length; i++) sorts[i] = sort(text.charAt(i));
    }

    /** The same places of a text that differs in upper and lower case only. */
    Spots in(String sameText) {
        return new Spots(sameText, kinds, sorts);
    }

    public String text() {
        return text;
    }

    byte[] kinds() {
        return kinds;
    }

    /** The character before is an ASCII letter or digit. */
    boolean isInsideWord(int at) {
        return at > 0 && (sorts[at - 1] & WORD) != 0;
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
}
