package org.hearten.guard.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A regular expression that is compiled when a text first gives it a chance, and asked only where it may match. */
public final class Finder {
    private final String regex;
    private final int flags;
    private final boolean atWords;
    private final boolean atEdges;
    private volatile @Nullable Pattern compiled;
    private volatile @Nullable Beginnings beginnings;
    private volatile @Nullable Needs needs;

    private Finder(String regex, int flags) {
        this.regex = regex;
        this.flags = flags;
        atWords = startsAtWords(regex);
        atEdges = regex.startsWith("\\b") && !topLevelAlternative(regex);
    }

    /** Upper and lower case alike. */
    public static Finder any(String regex) {
        return new Finder(regex, Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);
    }

    /** As written. */
    public static Finder exact(String regex) {
        return new Finder(regex, 0);
    }

    public static Finder of(String regex, int flags) {
        return new Finder(regex, flags);
    }

    public interface Each {
        void found(Matcher hit);
    }

    public Matcher matcher(CharSequence text) {
        return compiled().matcher(text);
    }

    /** Every match that lies between two places; what stands around them is seen. */
    public void each(Spots text, int from, int to, Each each) {
        each(text, from, to, to, each);
    }

    /** Every match that begins before one place and ends before another; what stands around them is seen. */
    public void each(Spots text, int from, int beginsBefore, int to, Each each) {
        var needs = needs();
        if (!text.mayHold(needs, 0, text.text().length())) return;
        int digitBy = needs.digitBy();
        var begins = beginnings();
        Matcher matcher = null;
        int at = from;
        while (at < beginsBefore) {
            if (!mayBegin(begins, text, at, digitBy)) {
                at++;
                continue;
            }
            if (matcher == null) {
                matcher = seeing(text);
            }
            matcher.region(at, to);
            if (matcher.lookingAt()) {
                each.found(matcher);
                at = Math.max(matcher.end(), at + 1);
            } else {
                at++;
            }
        }
    }

    private boolean mayBegin(Beginnings begins, Spots text, int at, int digitBy) {
        return begins.mayBegin(text.kinds(), at)
                && !text.isFarFromDigits(at, digitBy)
                && !(atWords && text.isInsideWord(at))
                && !(atEdges && text.isNoEdge(at));
    }

    /** Whether a match lies between two places; what stands around them is seen. */
    public boolean finds(Spots text, int from, int to) {
        if (!mayFind(text, from, to)) return false;
        int digitBy = needs().digitBy();
        var begins = beginnings();
        Matcher matcher = null;
        for (int at = from; at < to; at++) {
            if (mayBegin(begins, text, at, digitBy)) {
                if (matcher == null) matcher = seeing(text);
                matcher.region(at, to);
                if (matcher.lookingAt()) return true;
            }
        }
        return false;
    }

    /** Whether a match lies between two places that count as the ends of the text; nothing outside them is seen. */
    public boolean findsWithin(Spots text, int from, int to) {
        if (!mayFind(text, from, to)) return false;
        int digitBy = needs().digitBy();
        var begins = beginnings();
        Matcher matcher = null;
        for (int at = from; at < to; at++) {
            boolean inside = at > from && (atWords && text.isInsideWord(at) || atEdges && text.isNoEdge(at));
            if (begins.mayBegin(text.kinds(), at) && !inside && !text.isFarFromDigits(at, digitBy)) {
                if (matcher == null) {
                    matcher = compiled().matcher(text.text().substring(from, to));
                    matcher.useTransparentBounds(true).useAnchoringBounds(false);
                }
                matcher.region(at - from, to - from);
                if (matcher.lookingAt()) return true;
            }
        }
        return false;
    }

    /** Whether the words that every match needs stand between two places. */
    public boolean mayFind(Spots text, int from, int to) {
        return text.mayHold(needs(), from, to);
    }

    private Matcher seeing(Spots text) {
        var matcher = compiled().matcher(text.text());
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        return matcher;
    }

    /** Whether a match begins after a word's edge and ends between two places; nothing outside them is seen. */
    public boolean isIn(Spots text, int from, int to) {
        var begins = beginnings();
        Matcher matcher = null;
        for (int at = from; at < to; at++) {
            if (begins.mayBegin(text.kinds(), at) && !text.followsLetter(at)) {
                if (matcher == null) matcher = compiled().matcher(text.text());
                matcher.region(at, to);
                if (matcher.lookingAt()) return true;
            }
        }
        return false;
    }

    private Pattern compiled() {
        var ready = compiled;
        if (ready == null) {
            ready = Pattern.compile(regex, flags);
            compiled = ready;
        }
        return ready;
    }

    private Needs needs() {
        var ready = needs;
        if (ready == null) {
            ready = new Needs(regex);
            needs = ready;
        }
        return ready;
    }

    private Beginnings beginnings() {
        var ready = beginnings;
        if (ready == null) {
            ready = new Beginnings(regex);
            beginnings = ready;
        }
        return ready;
    }

    // (?<![a-z0-9]) in front: never inside a word.
    private static boolean startsAtWords(String regex) {
        if (!regex.startsWith("(?<![")) return false;
        String not = regex.substring(5, regex.indexOf(']', 5));
        boolean letters =
                not.contains("a-z") || not.contains("A-Za-z") || not.contains("\\p{L}") || not.contains("\\w");
        boolean digits = not.contains("0-9") || not.contains("\\d") || not.contains("\\p{N}") || not.contains("\\w");
        return letters && digits && !topLevelAlternative(regex);
    }

    private static boolean topLevelAlternative(String regex) {
        int depth = 0;
        for (int i = 0; i < regex.length(); i++) {
            switch (regex.charAt(i)) {
                case '\\' -> i++;
                case '[' -> i = regex.indexOf(']', i + 2);
                case '(' -> depth++;
                case ')' -> depth--;
                case '|' -> {
                    if (depth == 0) return true;
                }
                default -> {}
            }
        }
        return false;
    }
}
