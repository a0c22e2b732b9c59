package org.hearten.guard;

import org.jspecify.annotations.Nullable;

/**
 * One place in a text that should not leave as it is. It never carries the matched text, so it may be logged.
 *
 * @param rule stable name of the recogniser or rule, such as {@code id.aadhaar} or {@code US-PHI-001}
 * @param start first UTF-16 unit of the place in the text as it was given
 * @param end the unit after the last
 * @param confidence 0 to 1
 * @param why one sentence for the author
 * @param instead words that can stand in this place, for a one-click swap; empty words mean "take it out";
 *     null where no safe words exist
 * @param advice what the author can do, in a sentence
 */
public record Finding(
        String rule,
        Label label,
        Severity severity,
        int start,
        int end,
        double confidence,
        Words why,
        @Nullable Words instead,
        @Nullable Words advice) {}
