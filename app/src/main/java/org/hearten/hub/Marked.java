package org.hearten.hub;

import java.util.List;
import org.hearten.checks.Private;
import org.jspecify.annotations.Nullable;

/**
 * A visitor's text with what is private in it.
 *
 * @param without the text with everything private taken out
 * @param onlyNames a name may be meant, such as a nurse's who is thanked: the writer decides
 */
public record Marked(List<Piece> pieces, String without, boolean onlyNames) {

    /** Some text, and what it is if it is private. */
    public record Piece(String text, Private.@Nullable Kind kind) {}
}
