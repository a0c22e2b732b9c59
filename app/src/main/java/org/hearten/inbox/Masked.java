package org.hearten.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Splits a masked text at the guard's marks, so that a page can show each as something hidden. */
public final class Masked {
    private static final Pattern MARK =
            Pattern.compile("\\[(name|place|date|age|phone|email|number|link|address|removed)]");

    private Masked() {}

    /** Some text, or what is hidden: the mark's word, whose message is {@code inbox.hidden.<word>}. */
    public record Piece(String text, @Nullable String hidden) {}

    static int count(String masked) {
        return (int) MARK.matcher(masked).results().count();
    }

    public static List<Piece> pieces(String masked) {
        var pieces = new ArrayList<Piece>();
        var found = MARK.matcher(masked);
        var from = 0;
        while (found.find()) {
            if (found.start() > from) {
                pieces.add(new Piece(masked.substring(from, found.start()), null));
            }
            pieces.add(new Piece("", found.group(1)));
            from = found.end();
        }
        if (from < masked.length()) {
            pieces.add(new Piece(masked.substring(from), null));
        }
        return pieces;
    }
}
