package org.hearten.guard.identifiers;

import java.util.regex.Pattern;
import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.jspecify.annotations.Nullable;

/** Knows one class of identifier: how it is written, what stands beside it, and what to say about it. */
abstract class Recogniser {
    final String rule;
    final Label label;
    final Severity severity;
    final Words why;
    final @Nullable Words instead;
    final Words advice;

    Recogniser(String rule, Label label, Severity severity, Words why, @Nullable Words instead, Words advice) {
        this.rule = rule;
        this.label = label;
        this.severity = severity;
        this.why = why;
        this.instead = instead;
        this.advice = advice;
    }

    /** Adds to the search whatever it recognises. */
    abstract void find(Search search);

    /** A pattern over folded text; upper and lower case alike. */
    static Pattern any(String pattern) {
        return Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** A pattern over folded text, as written. */
    static Pattern exact(String pattern) {
        return Pattern.compile(pattern);
    }

    /** A list of context words, looked for at the end of what stands before a number. */
    static Pattern cue(String words) {
        return any("(?:^|[^\\p{L}\\p{M}])(?:" + words + ")[\\p{M}]*(?:$|[^\\p{L}\\p{M}])");
    }

    static final Words TAKE_OUT = new Words("Remove it.", "इसे हटा दें।");
    static final Words NOTHING = new Words("", "");
}
