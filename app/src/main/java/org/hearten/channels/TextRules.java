package org.hearten.channels;

import com.ibm.icu.text.BreakIterator;
import com.ibm.icu.util.ULocale;
import java.nio.charset.StandardCharsets;

/** How much a network takes. Graphemes are what a reader counts as letters; bytes are those of UTF-8. */
public record TextRules(int maxGraphemes, int maxBytes, int maxPictures, int maxAltCharacters) {
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

    public boolean holds(String text) {
        return graphemes(text) <= maxGraphemes && bytes(text) <= maxBytes;
    }
}
