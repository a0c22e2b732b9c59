package org.hearten.guard.identifiers;

import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.Finder;
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
    static Finder any(String pattern) {
        return Finder.any(pattern);
    }

    /** A pattern over folded text, as written. */
    static Finder exact(String pattern) {
        return Finder.exact(pattern);
    }

    /** A list of context words, looked for beside a number with {@link Finder#isIn}. */
    static Finder cue(String words) {
        return any("(?:" + words + ")[\\p{M}]*(?![\\p{L}\\p{M}])");
    }

    static final Words TAKE_OUT = new Words("Remove it.", "इसे हटा दें।");
    static final Words NOTHING = new Words("", "");
}
