package org.hearten.guard.rules;

import java.util.regex.Pattern;
import org.hearten.guard.Words;
import org.jspecify.annotations.Nullable;

/**
 * The safe sentence that a rule's suggestion quotes. It can take the place of a whole sentence by one click; in the place
 * of half a sentence it would read as nonsense, so there it stays advice.
 */
final class SaidInstead {
    private static final Pattern QUOTED = Pattern.compile("\"([^\"]{20,})\"");
    private static final String ENDS = ".!?।\n";

    private SaidInstead() {}

    static @Nullable Words of(Words suggestion, String text, int start, int end) {
        var english = quoted(suggestion.en());
        var hindi = quoted(suggestion.hi());
        return english == null || hindi == null || !isSentence(text, start, end)
                ? null
                : new Words(open(english, text, end), open(hindi, text, end));
    }

    private static @Nullable String quoted(String suggestion) {
        var quotes = QUOTED.matcher(suggestion);
        if (!quotes.find()) return null;
        var one = quotes.group(1).strip();
        return quotes.find() || one.contains("…") || one.contains("[") ? null : one;
    }

    private static boolean isSentence(String text, int start, int end) {
        var before = text.substring(0, start).stripTrailing();
        var after = text.substring(end);
        return (before.isEmpty() || text.substring(before.length(), start).contains("\n") || endsOne(before))
                && (after.isBlank()
                        || endsOne(text.substring(0, end).stripTrailing())
                        || ENDS.indexOf(after.charAt(0)) >= 0);
    }

    private static boolean endsOne(String words) {
        return !words.isEmpty() && ENDS.indexOf(words.charAt(words.length() - 1)) >= 0;
    }

    /** Without its own full stop where one follows already. */
    private static String open(String sentence, String text, int end) {
        var followed = end < text.length() && ENDS.indexOf(text.charAt(end)) >= 0 && text.charAt(end) != '\n';
        return followed && endsOne(sentence) ? sentence.substring(0, sentence.length() - 1) : sentence;
    }
}
