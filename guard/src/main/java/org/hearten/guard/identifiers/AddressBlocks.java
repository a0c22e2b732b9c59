package org.hearten.guard.identifiers;

import java.util.Set;
import org.hearten.guard.names.NameTagger;
import org.hearten.guard.text.Tokens;

/**
 * How far an address reaches from the part of it that was recognised: back to the house number, on over the lines of
 * town, state, country and code. It ends where a sentence, a label or an ordinary word begins.
 */
final class AddressBlocks {
    private static final int MOST_BACK = 8;
    private static final int MOST_ON = 14;
    private static final int MOST_LINES = 4;
    private static final int MOST_LINKS = 5;
    private static final int LONGEST_GAP = 12;
    private static final Set<String> OF_A_COUNTRY = Set.of(
            "New",
            "South",
            "North",
            "East",
            "West",
            "United",
            "Saint",
            "Upper",
            "Lower",
            "Republic",
            "Kingdom",
            "Islands");

    private final String text;
    private final Tokens tokens;

    AddressBlocks(Search search) {
        text = search.text.text();
        tokens = search.tokens;
    }

    /** Where the address begins whose later part begins at a place: at the first number of its street, or its first name. */
    int begin(int start) {
        int first = tokens.at(start);
        int begin = start;
        for (int i = first - 1; i >= 0 && first - i <= MOST_BACK; i--) {
            boolean joined = isGap(tokens.end(i), tokens.start(i + 1), false);
            if (!joined || !tokens.isWord(i)) {
                if (joined && (isFiller(i) || isShortenedBy(i))) continue;
                break;
            }
            if (isNumber(i)) begin = tokens.start(i);
            else if (isOrdinary(i)) break;
            else if (begin == start && isCapital(i) && !isNumberFurtherBack(i)) begin = tokens.start(i);
        }
        return begin;
    }

    private boolean isNumberFurtherBack(int from) {
        for (int i = from - 1; i >= 0 && from - i < MOST_BACK; i--) {
            if (isFiller(i) || isShortenedBy(i)) continue;
            if (!tokens.isWord(i) || isOrdinary(i)) return false;
            if (isNumber(i)) return true;
        }
        return false;
    }

    /** Where the address ends whose earlier part ends at a place. */
    int end(int from) {
        int end = from;
        int lines = 0;
        int i = tokens.at(from);
        int last = Math.min(tokens.count(), i + MOST_ON);
        boolean comma = false;
        boolean goesOn = false; // after the first word of a town
        int previous = from;
        while (i < last) {
            if (!tokens.isWord(i)) {
                if (!isFiller(i)) break;
                comma = true;
                i++;
                continue;
            }
            int start = tokens.start(i);
            if (!isGap(previous, start, true)) break;
            boolean newLine = text.substring(previous, start).indexOf('\n') >= 0;
            if (newLine && (++lines > MOST_LINES || isLabelLine(start))) break;
            boolean fits = isNumber(i) ? digits(i) <= 6 : isCapital(i) && !isSentence(i, comma || newLine || goesOn);
            if (!fits && !isLinkBeforeNumber(i)) break;
            previous = tokens.end(i);
            if (fits) end = previous;
            comma = false;
            goesOn = fits && !isNumber(i);
            i++;
        }
        return end;
    }

    // Spaces, a comma, the end of a line, the > of a quoted letter; a full stop only within "St. 5".
    private boolean isGap(int from, int to, boolean onward) {
        if (to - from > LONGEST_GAP) return false;
        int newLines = 0;
        for (int k = from; k < to; k++) {
            char c = text.charAt(k);
            if (c == '\n') newLines++;
            else if (c == '.' && onward) return false;
            else if (" ,>|.-/'()".indexOf(c) < 0) return false;
        }
        return newLines < 2;
    }

    private boolean isFiller(int i) {
        return tokens.end(i) - tokens.start(i) == 1 && ",>|-()".indexOf(text.charAt(tokens.start(i))) >= 0;
    }

    // The full stop of "ul." or "St."
    private boolean isShortenedBy(int stop) {
        return text.charAt(tokens.start(stop)) == '.'
                && stop > 0
                && tokens.end(stop - 1) == tokens.start(stop)
                && tokens.end(stop - 1) - tokens.start(stop - 1) <= 3
                && !isNumber(stop - 1);
    }

    private boolean isNumber(int i) {
        char c = text.charAt(tokens.start(i));
        return c >= '0' && c <= '9' && tokens.end(i) - tokens.start(i) <= 7;
    }

    private int digits(int i) {
        return tokens.end(i) - tokens.start(i);
    }

    private boolean isCapital(int i) {
        char c = text.charAt(tokens.start(i));
        return Character.isUpperCase(c) || c >= 0x900 && c < 0x980;
    }

    private boolean isOrdinary(int i) {
        boolean lower = Character.isLowerCase(text.charAt(tokens.start(i)));
        return lower && NameTagger.isPlainWord(tokens.hash(i)) && tokens.end(i) - tokens.start(i) > 1;
    }

    // A capital of an ordinary word may begin the next sentence; after a comma or on its own line it may be a town.
    private boolean isSentence(int i, boolean set) {
        if (OF_A_COUNTRY.contains(text.substring(tokens.start(i), tokens.end(i)))) return false;
        boolean capitals = tokens.end(i) - tokens.start(i) > 1 && Character.isUpperCase(text.charAt(tokens.end(i) - 1));
        if (capitals || !NameTagger.isPlainWord(tokens.hash(i))) return false;
        boolean lowerNext = i + 1 < tokens.count()
                && tokens.isWord(i + 1)
                && Character.isLowerCase(text.charAt(tokens.start(i + 1)))
                && NameTagger.isPlainWord(tokens.hash(i + 1));
        return !set || lowerNext;
    }

    // "delmas, mp 35739", "Torroella de Montgrí 17257": words that are no ordinary ones, with a code soon after.
    private boolean isLinkBeforeNumber(int i) {
        for (int k = i; k < Math.min(tokens.count(), i + MOST_LINKS); k++) {
            if (isFiller(k)) continue;
            if (!tokens.isWord(k) || k > i && !isGap(tokens.end(k - 1), tokens.start(k), true)) return false;
            if (isNumber(k)) return k > i && (digits(k) >= 4 || k == i + 1);
            if (isOrdinary(k)) return false;
        }
        return false;
    }

    private boolean isLabelLine(int start) {
        int lineEnd = text.indexOf('\n', start);
        String line = text.substring(start, lineEnd < 0 ? text.length() : lineEnd);
        return line.indexOf(':') >= 0 || line.indexOf('@') >= 0;
    }
}
