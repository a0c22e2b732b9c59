package org.hearten.checks;

import java.util.List;
import org.hearten.guard.Finding;
import org.hearten.guard.Severity;
import org.jspecify.annotations.Nullable;

/**
 * One thing the guard found, wherever it stands in the words.
 *
 * @param key names it, here and in the record: a keyed hash of the rule and the words it points at
 * @param words the words themselves, for the author's eyes alone
 * @param places where they stand
 * @param answer why it may stay, if somebody said so
 */
public record Found(
        String key,
        String words,
        Finding finding,
        List<Place> places,
        @Nullable Reason answer) {

    /** A stretch of a part's text, in UTF-16 units; {@code instead} may replace it, null when no safe words exist. */
    public record Place(
            String part, int start, int end, @Nullable String instead) {}

    public Severity severity() {
        return finding.severity();
    }

    public boolean blocks() {
        return severity() == Severity.BLOCK;
    }

    /** Waits for other words, or for a reason. */
    public boolean open() {
        return blocks() || severity() == Severity.WARN && answer == null;
    }

    public boolean canBeReplaced() {
        return places.stream().anyMatch(place -> place.instead() != null);
    }
}
