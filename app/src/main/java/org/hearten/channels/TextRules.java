package org.hearten.channels;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;

/** How much a network takes. Graphemes are what a reader counts as letters; bytes are those of UTF-8. */
public record TextRules(int maxGraphemes, int maxBytes, int maxPictures, int maxAltCharacters) {
    private static final int MOST_BYTES_OF_A_UNIT = 3;

    /** Letters as a reader counts them: a flag, a family or a Hindi conjunct is one. */
    public static int graphemes(String text) {
        var borders = BreakIterator.getCharacterInstance(ULocale.ROOT);
        borders.setText(text);
        var count = 0;
        while (borders.next() != BreakIterator.DONE) count++;
        return count;
    }

    public static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }

    /** Most texts need no counting: a letter is at least one UTF-16 unit, and a unit at most three bytes. */
    public boolean holds(String text) {
        return (text.length() <= maxGraphemes || graphemes(text) <= maxGraphemes)
                && (text.length() <= maxBytes / MOST_BYTES_OF_A_UNIT || bytes(text) <= maxBytes);
    }
}
