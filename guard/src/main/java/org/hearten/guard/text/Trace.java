package org.hearten.guard.text;

/**
 * Which pairs and triples of letters stand in a stretch of text, upper and lower case alike. It may say yes to a word
 * that is not there, never no to one that is.
 */
final class Trace {
    private static final int ROOM_FOR_ONE = 32; // bits for a character, so that one in sixteen is set
    private static final int LEAST = 1 << 10;
    private static final int MOST = 1 << 20;

    private final long[] bits;
    private final int mask;

    /** @param plain the text's characters, each by {@link #plain} */
    Trace(char[] plain, int from, int to) {
        int wanted = Math.clamp((long) (to - from) * ROOM_FOR_ONE, LEAST, MOST);
        int size = Integer.highestOneBit(wanted);
        mask = size - 1;
        bits = new long[size >>> 6];
        for (int i = from; i + 1 < to; i++) {
            int two = pair(plain[i], plain[i + 1]);
            set(two);
            if (i + 2 < to) set(triple(two, plain[i + 2]));
        }
    }

    /** A character as all are compared: as a pattern does that is blind to case. */
    static char plain(char c) {
        if (c < 0x80) return c >= 'A' && c <= 'Z' ? (char) (c + 32) : c;
        return c >= 0x900 && c < 0x980 ? c : Character.toLowerCase(Character.toUpperCase(c));
    }

    /** What a word leaves behind: its one pair, or up to three of its triples. */
    static int[] marks(String word) {
        int length = word.length();
        if (length == 2) return new int[] {pair(word.charAt(0), word.charAt(1))};
        int[] places = length == 3
                ? new int[] {0}
                : length < 6 ? new int[] {0, length - 3} : new int[] {0, (length - 3) / 2, length - 3};
        var marks = new int[places.length];
        for (int i = 0; i < marks.length; i++) {
            int at = places[i];
            marks[i] = triple(pair(word.charAt(at), word.charAt(at + 1)), word.charAt(at + 2));
        }
        return marks;
    }

    boolean holds(int[] marks) {
        for (int mark : marks) {
            int bit = mark & mask;
            if ((bits[bit >>> 6] >>> bit & 1) == 0) return false;
        }
        return true;
    }

    private void set(int mark) {
        int bit = mark & mask;
        bits[bit >>> 6] |= 1L << bit;
    }

    private static int pair(char one, char two) {
        int mixed = (one * 0x9E3779B9 + two) * 0x85EBCA6B;
        return mixed ^ mixed >>> 15;
    }

    private static int triple(int pair, char three) {
        int mixed = (pair + three) * 0xC2B2AE35;
        return mixed ^ mixed >>> 13;
    }
}
