package org.hearten.guard.rules;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Spots;
import org.jspecify.annotations.Nullable;

/**
 * One rule of a pack.
 *
 * @param law what it rests on
 * @param effectiveFrom the day the duty binds; null means it already does
 * @param actor who carries the duty: facility, clinician or both
 * @param action escalate or route for what comes in, else null
 * @param channels where it applies
 * @param wholeText looks at the whole text instead of one sentence
 * @param asWritten looks at the text as it was written, not folded
 * @param patterns any of them makes a finding; empty for a structural rule, which the product checks on its objects
 */
public record Rule(
        String id,
        String title,
        String law,
        Status status,
        @Nullable LocalDate effectiveFrom,
        String actor,
        @Nullable String group,
        Set<String> alsoIn,
        Severity severity,
        @Nullable String action,
        Set<String> channels,
        boolean wholeText,
        boolean asWritten,
        List<RulePattern> patterns,
        List<RulePattern> ignore,
        List<RulePattern> unless,
        Set<String> flagsRequired,
        Set<String> flagsUnless,
        Words why,
        Words suggestion,
        List<String> positives,
        List<String> negatives) {

    /** Whether a rule is law today, suspended, on its way, or the house's own. */
    public enum Status {
        IN_FORCE,
        ABEYANCE,
        PROPOSED,
        HOUSE_POLICY
    }

    /** REPLY of US-REPLY-001. */
    public String family() {
        String[] parts = id.split("-");
        return parts.length > 2 ? parts[1] : id;
    }

    boolean mayRun(String channel, Set<String> flags, Set<String> groupsOn) {
        boolean on = status == Status.IN_FORCE
                || status == Status.HOUSE_POLICY
                || (group != null && groupsOn.contains(group));
        return on
                && channels.contains(channel)
                && flags.containsAll(flagsRequired)
                && flagsUnless.stream().noneMatch(flags::contains);
    }

    /** Whether the rule finds anything in a text, whatever the channel and flags: for its examples and a "try it" box. */
    public boolean fires(String text) {
        var folded = FoldedText.of(text);
        var units = wholeText || asWritten ? Units.whole(read(folded)) : Units.sentences(read(folded));
        for (int i = 0; i < units.count(); i++) {
            if (firstHit(read(folded), units.start(i), units.end(i)) != null) return true;
        }
        return false;
    }

    String read(FoldedText text) {
        return asWritten ? text.original() : text.text();
    }

    /** The first place in the unit where the rule is broken, or null. */
    @Nullable
    Hit firstHit(String text, int start, int end) {
        String unit = text.substring(start, end);
        boolean any = false;
        for (var pattern : patterns) any = any || pattern.in(unit).find();
        return any ? afterExceptions(new Spots(unit), unit, 0, unit.length(), start) : null;
    }

    /** As {@link #firstHit}, for one pattern that is known to have a chance. */
    @Nullable
    Hit firstHit(Spots text, int start, int end, int patternIndex) {
        if (!patterns.get(patternIndex).finds(text, start, end)) return null;
        return afterExceptions(text, text.text().substring(start, end), start, end, start);
    }

    private @Nullable Hit afterExceptions(Spots text, String unit, int from, int to, int start) {
        for (var exception : unless) {
            if (exception.mayFind(text, from, to) && exception.in(unit).find()) return null;
        }
        String left = unit;
        for (var harmless : ignore) {
            if (harmless.mayFind(text, from, to)) left = blank(harmless, left);
        }
        for (var pattern : patterns) {
            if (!pattern.mayFind(text, from, to)) continue;
            var matcher = pattern.in(left);
            if (matcher.find() && matcher.end() > matcher.start()) {
                return new Hit(start + matcher.start(), start + matcher.end());
            }
        }
        return null;
    }

    private static String blank(RulePattern harmless, String unit) {
        var matcher = harmless.in(unit);
        if (!matcher.find()) return unit;
        var left = new StringBuilder(unit);
        do {
            for (int i = matcher.start(); i < matcher.end(); i++) left.setCharAt(i, '\u0001');
        } while (matcher.find());
        return left.toString();
    }

    record Hit(int start, int end) {}
}
