package org.hearten.guard.text;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What stands in every match of a regular expression, whatever else does: groups of words, of each of which one must be
 * there. A text without them can be passed over without asking the expression.
 *
 * <p>Asking for too little is allowed, asking for too much is not: whatever is not understood needs nothing.
 */
final class Needs {
    private static final int MOST_WORDS = 300;
    private static final int MOST_GROUPS = 6;
    private static final int SHORTEST = 2;
    private static final int LONGEST = 12;
    private static final int FAR = 100_000;

    private final int[][][] groups; // by group and word, the marks it leaves in a Trace
    private final int digitBy;

    Needs(String regex) {
        var parser = new Parser(regex);
        var need = parser.alternatives();
        boolean understood = parser.at == regex.length();
        digitBy = understood ? need.digitBy : FAR;
        var found = !understood ? List.<Set<String>>of() : need.groups();
        groups = found.stream()
                .sorted((one, other) -> worth(other) - worth(one))
                .limit(MOST_GROUPS)
                .map(words -> words.stream().map(Trace::marks).toArray(int[][]::new))
                .toArray(int[][][]::new);
    }

    /** Whether a match may lie in a stretch of text that left this trace. */
    boolean mayBeIn(Trace trace) {
        for (var words : groups) {
            if (!holdsOneOf(trace, words)) return false;
        }
        return true;
    }

    /** Within how many characters of its beginning every match holds a digit; very many if it need not. */
    int digitBy() {
        return digitBy;
    }

    boolean isEmpty() {
        return groups.length == 0;
    }

    private static boolean holdsOneOf(Trace trace, int[][] words) {
        for (var marks : words) {
            if (trace.holds(marks)) return true;
        }
        return false;
    }

    // Longer words stand in fewer texts.
    private static int worth(Set<String> words) {
        return Math.min(shortest(words), 5) * 400 - words.size();
    }

    private static int shortest(Set<String> words) {
        return words.stream().mapToInt(String::length).min().orElse(0);
    }

    /** What a piece of an expression needs: all the strings it can be, where they are few, or groups of words. */
    private record Need(@Nullable Set<String> all, List<Set<String>> some, int most, int digitBy) {
        static final Need ANYTHING = new Need(null, List.of(), 2, FAR); // two halves of a rare character
        static final Need DIGIT = new Need(null, List.of(), 2, 1);
        static final Need NO_ROOM = new Need(Set.of(""), List.of(), 0, FAR);

        List<Set<String>> groups() {
            return all == null ? some : isGroup(all) ? List.of(all) : List.of();
        }

        static boolean isGroup(Set<String> words) {
            return shortest(words) >= SHORTEST;
        }
    }

    private static final class Parser {
        private final String regex;
        private int at;

        Parser(String regex) {
            this.regex = regex;
        }

        Need alternatives() {
            var branches = new ArrayList<Need>();
            branches.add(sequence());
            while (at < regex.length() && regex.charAt(at) == '|') {
                at++;
                branches.add(sequence());
            }
            if (branches.size() == 1) return branches.getFirst();
            var all = new HashSet<String>();
            var oneOf = new HashSet<String>();
            boolean allKnown = true;
            boolean someKnown = true;
            int most = 0;
            int digitBy = 0;
            for (var branch : branches) {
                most = Math.max(most, branch.most);
                digitBy = Math.max(digitBy, branch.digitBy);
                if (branch.all == null) allKnown = false;
                else all.addAll(branch.all);
                var groups = branch.groups();
                if (groups.isEmpty()) someKnown = false;
                else oneOf.addAll(best(groups));
            }
            if (allKnown && all.size() <= MOST_WORDS) return new Need(all, List.of(), most, digitBy);
            boolean few = someKnown && oneOf.size() <= MOST_WORDS;
            return new Need(null, few ? List.of(oneOf) : List.of(), most, digitBy);
        }

        private static Set<String> best(List<Set<String>> groups) {
            var best = groups.getFirst();
            for (var group : groups) if (worth(group) > worth(best)) best = group;
            return best;
        }

        private Need sequence() {
            var groups = new ArrayList<Set<String>>();
            Set<String> run = Set.of("");
            boolean whole = true;
            int most = 0;
            int digitBy = FAR;
            while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
                var need = repeated();
                digitBy = Math.min(digitBy, Math.min(FAR, most + need.digitBy));
                most = Math.min(FAR, most + need.most);
                var all = need.all;
                if (all != null && run.size() * all.size() <= MOST_WORDS) {
                    run = joined(run, all);
                    boolean long_ = run.stream().mapToInt(String::length).max().orElse(0) > LONGEST;
                    if (long_ && Need.isGroup(run)) {
                        groups.add(run);
                        run = Set.of("");
                        whole = false;
                    }
                } else {
                    whole = false;
                    if (Need.isGroup(run)) groups.add(run);
                    groups.addAll(all == null ? need.some : List.of());
                    run = all == null ? Set.of("") : all;
                }
            }
            if (whole) return new Need(run, List.of(), most, digitBy);
            if (Need.isGroup(run)) groups.add(run);
            return new Need(null, groups, most, digitBy);
        }

        private static Set<String> joined(Set<String> heads, Set<String> tails) {
            if (tails.size() == 1 && tails.contains("")) return heads;
            var joined = new HashSet<String>();
            for (var head : heads) for (var tail : tails) joined.add(head + tail);
            return joined;
        }

        private Need repeated() {
            var need = single();
            if (at >= regex.length()) return need;
            int least;
            int times = FAR;
            switch (regex.charAt(at)) {
                case '?' -> {
                    least = 0;
                    times = 1;
                    at++;
                }
                case '*' -> {
                    least = 0;
                    at++;
                }
                case '+' -> {
                    least = 1;
                    at++;
                }
                case '{' -> {
                    int close = regex.indexOf('}', at);
                    String[] bounds = regex.substring(at + 1, close).split(",", -1);
                    least = Integer.parseInt(bounds[0]);
                    String last = bounds[bounds.length - 1];
                    if (!last.isEmpty()) times = Integer.parseInt(last);
                    at = close + 1;
                }
                default -> {
                    return need;
                }
            }
            if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) at++;
            boolean once = times == 1;
            int most = (int) Math.min(FAR, (long) need.most * times);
            if (least == 0 && once && need.all != null) {
                var maybe = new HashSet<>(need.all);
                maybe.add("");
                return new Need(maybe, List.of(), most, FAR);
            }
            if (least == 0) return new Need(null, List.of(), most, FAR);
            return once ? need : new Need(null, need.groups(), most, need.digitBy);
        }

        private Need single() {
            char c = regex.charAt(at);
            switch (c) {
                case '(' -> {
                    return group();
                }
                case '[' -> {
                    return set();
                }
                case '^', '$' -> {
                    at++;
                    return Need.NO_ROOM;
                }
                case '.' -> {
                    at++;
                    return Need.ANYTHING;
                }
                case '\\' -> {
                    return escaped();
                }
                default -> {
                    at++;
                    return literal(c);
                }
            }
        }

        private Need group() {
            at++;
            boolean looksAround = false;
            if (regex.startsWith("?", at)) {
                looksAround = regex.startsWith("?=", at)
                        || regex.startsWith("?!", at)
                        || regex.startsWith("?<=", at)
                        || regex.startsWith("?<!", at);
                if (looksAround) at += regex.charAt(at + 1) == '<' ? 3 : 2;
                else {
                    while (":)>".indexOf(regex.charAt(at)) < 0) at++; // (?: (?i: (?-i: (?m) (?<name>
                    if (regex.charAt(at++) == ')') return Need.NO_ROOM;
                }
            }
            var inside = alternatives();
            at++;
            return looksAround ? Need.NO_ROOM : inside;
        }

        private Need escaped() {
            char c = regex.charAt(at + 1);
            at += 2;
            switch (c) {
                case 'b', 'B' -> {
                    return Need.NO_ROOM;
                }
                case 'n' -> {
                    return literal('\n');
                }
                case 'p', 'P', 'x' -> {
                    at = regex.indexOf('}', at) + 1;
                    return Need.ANYTHING;
                }
                case 'd' -> {
                    return Need.DIGIT;
                }
                case 'u' -> {
                    at += 4;
                    return Need.ANYTHING;
                }
                default -> {
                    return Character.isLetterOrDigit(c) ? Need.ANYTHING : literal(c);
                }
            }
        }

        private Need set() {
            int from = ++at;
            if (regex.charAt(at) == '^') at++;
            boolean first = true;
            while (first || regex.charAt(at) != ']') {
                first = false;
                at += regex.charAt(at) == '\\' ? 2 : 1;
            }
            String inside = regex.substring(from, at++);
            if (inside.matches("[0-9](?:-?[0-9])*")) return Need.DIGIT;
            boolean listed = inside.length() <= 6
                    && inside.charAt(0) != '^'
                    && inside.indexOf('\\') < 0
                    && inside.indexOf('[') < 0
                    && inside.indexOf('&') < 0
                    && (inside.indexOf('-') < 0 || inside.indexOf('-') == inside.length() - 1);
            if (!listed) return Need.ANYTHING;
            var all = new HashSet<String>();
            inside.chars().forEach(c -> all.add(String.valueOf(Trace.plain((char) c))));
            return new Need(all, List.of(), 2, FAR);
        }

        private static Need literal(char c) {
            return new Need(Set.of(String.valueOf(Trace.plain(c))), List.of(), 1, c >= '0' && c <= '9' ? 1 : FAR);
        }
    }
}
