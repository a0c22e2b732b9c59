package org.hearten.guard.rules;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearten.guard.text.Finder;
import org.hearten.guard.text.Spots;

/** A pattern of a rule, compiled when it is first needed: most texts need few, and a guard should start fast. */
final class RulePattern {
    private final Finder finder;
    private final boolean anchored; // to the edges of its sentence
    private final String regex;
    private final boolean exactCase;
    private final Set<String> literals;

    /** @param regex as {@link RuleSyntax} gives it back, every repetition with a bound */
    RulePattern(String regex, Set<String> literals, boolean exactCase) {
        this.regex = regex;
        this.literals = literals;
        this.exactCase = exactCase;
        finder = Finder.of(regex, exactCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
        String edges = regex.replace("[^", "[");
        anchored = edges.indexOf('^') >= 0 || edges.indexOf('$') >= 0;
    }

    String regex() {
        return regex;
    }

    boolean exactCase() {
        return exactCase;
    }

    /** At least one of these stands in every text that matches; none means the pattern has to be tried everywhere. */
    Set<String> literals() {
        return literals;
    }

    Matcher in(CharSequence unit) {
        return finder.matcher(unit);
    }

    /** Whether it matches within one sentence of a text. */
    boolean finds(Spots text, int start, int end) {
        return anchored ? finder.findsWithin(text, start, end) : finder.finds(text, start, end);
    }

    /** Whether the words that every match needs stand within one sentence of a text. */
    boolean mayFind(Spots text, int start, int end) {
        return finder.mayFind(text, start, end);
    }
}
