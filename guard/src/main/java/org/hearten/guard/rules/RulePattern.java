package org.hearten.guard.rules;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A pattern of a rule, compiled when it is first needed: most texts need few, and a guard should start fast. */
final class RulePattern {
    private final String bounded;
    private final int flags;
    private final Set<String> literals;
    private volatile @Nullable Pattern compiled;

    RulePattern(RuleSyntax.Parsed parsed, boolean exactCase) {
        bounded = parsed.bounded();
        literals = parsed.literals();
        flags = exactCase ? 0 : Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE;
    }

    /** At least one of these stands in every text that matches; none means the pattern has to be tried everywhere. */
    Set<String> literals() {
        return literals;
    }

    Matcher in(CharSequence unit) {
        return compiled().matcher(unit);
    }

    Pattern compiled() {
        var ready = compiled;
        if (ready == null) {
            ready = Pattern.compile(bounded, flags);
            compiled = ready;
        }
        return ready;
    }
}
