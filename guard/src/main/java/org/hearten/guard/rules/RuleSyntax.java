package org.hearten.guard.rules;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Reads a rule's pattern: refuses what could be slow or differ between engines, gives every repetition a bound, and
 * works out the literals of which at least one must stand in any text that matches.
 */
final class RuleSyntax {
    private static final int MOST_REPEATS = 80;
    private static final int MOST_LITERALS = 400;
    private static final int SHORTEST_LITERAL = 2;
    private static final int LONGEST_BEGINNING = 6;

    private final String pattern;
    private final StringBuilder bounded = new StringBuilder();
    private int at;

    /** What a piece of pattern needs: all the strings it can be, or some strings of which one must be there. */
    private record Need(@Nullable Set<String> all, @Nullable Set<String> oneOf) {
        static final Need ANYTHING = new Need(null, null);

        @Nullable
        Set<String> best() {
            return all != null ? all : oneOf;
        }
    }

    /** The pattern with bounds, and its literals; no literals means it has to run everywhere. */
    record Parsed(String bounded, Set<String> literals) {}

    private RuleSyntax(String pattern) {
        this.pattern = pattern;
    }

    /** Throws IllegalArgumentException with a sentence for the author. */
    static Parsed parse(String pattern) {
        var syntax = new RuleSyntax(pattern);
        var need = syntax.alternatives();
        if (syntax.at < pattern.length()) throw new IllegalArgumentException("a closing bracket has no opening one");
        var literals = need.best();
        if (literals == null || shortest(literals) < SHORTEST_LITERAL) literals = Set.of();
        return new Parsed(syntax.bounded.toString(), beginnings(literals));
    }

    // A text that holds a literal holds its beginning, and beginnings make a smaller automaton.
    private static Set<String> beginnings(Set<String> literals) {
        var beginnings = new HashSet<String>();
        for (var literal : literals)
            beginnings.add(literal.substring(0, Math.min(literal.length(), LONGEST_BEGINNING)));
        return Set.copyOf(beginnings);
    }

    private Need alternatives() {
        Set<String> all = new HashSet<>();
        Set<String> oneOf = new HashSet<>();
        boolean allKnown = true;
        boolean someKnown = true;
        while (true) {
            var need = sequence();
            if (need.all == null) allKnown = false;
            else if (allKnown) all.addAll(need.all);
            var best = need.best();
            if (best == null || shortest(best) == 0) someKnown = false;
            else if (someKnown) oneOf.addAll(best);
            if (at < pattern.length() && pattern.charAt(at) == '|') {
                bounded.append('|');
                at++;
            } else {
                break;
            }
        }
        return new Need(
                allKnown && all.size() <= MOST_LITERALS ? all : null,
                someKnown && oneOf.size() <= MOST_LITERALS ? oneOf : null);
    }

    private Need sequence() {
        Set<String> run = new HashSet<>(Set.of(""));
        Set<String> best = null;
        boolean whole = true;
        while (at < pattern.length() && pattern.charAt(at) != '|' && pattern.charAt(at) != ')') {
            var need = repeated();
            if (need == null) continue; // takes no room: \b, ^, $
            if (need.all != null && run.size() * need.all.size() <= MOST_LITERALS) {
                run = joined(run, need.all);
            } else {
                whole = false;
                best = better(best, run);
                best = better(best, need.best());
                run = need.all != null ? new HashSet<>(need.all) : new HashSet<>(Set.of(""));
            }
        }
        return whole ? new Need(run, null) : new Need(null, better(best, run));
    }

    private @Nullable Need repeated() {
        int from = bounded.length();
        var need = single();
        if (at >= pattern.length()) return need;
        int least;
        int most;
        char c = pattern.charAt(at);
        switch (c) {
            case '?' -> {
                least = 0;
                most = 1;
                at++;
                bounded.append('?');
            }
            case '*', '+' -> {
                least = c == '*' ? 0 : 1;
                most = MOST_REPEATS;
                at++;
                bounded.append('{').append(least).append(',').append(most).append('}');
            }
            case '{' -> {
                int close = pattern.indexOf('}', at);
                if (close < 0) throw new IllegalArgumentException("a { is not closed");
                String[] bounds = pattern.substring(at + 1, close).split(",", -1);
                least = Integer.parseInt(bounds[0]);
                most = bounds.length == 1 ? least : bounds[1].isEmpty() ? MOST_REPEATS : Integer.parseInt(bounds[1]);
                at = close + 1;
                bounded.append('{').append(least).append(',').append(most).append('}');
            }
            default -> {
                return need;
            }
        }
        if (most > 400) throw new IllegalArgumentException("a repetition of more than 400 would be slow");
        if (from == bounded.length() || need == null) throw new IllegalArgumentException("nothing to repeat");
        if (at < pattern.length() && pattern.charAt(at) == '?') {
            bounded.append('?');
            at++;
        } else if (at < pattern.length() && pattern.charAt(at) == '+') {
            throw new IllegalArgumentException("possessive repetition is not part of the rules' dialect");
        }
        if (least == 1 && most == 1) return need;
        if (least == 0 && most == 1 && need.all != null) {
            var maybe = new HashSet<>(need.all);
            maybe.add("");
            return new Need(maybe, null);
        }
        return least == 0 ? Need.ANYTHING : new Need(null, need.best());
    }

    private @Nullable Need single() {
        char c = pattern.charAt(at);
        return switch (c) {
            case '(' -> group();
            case '[' -> oneCharacterOf();
            case '\\' -> escaped();
            case '^', '$' -> {
                at++;
                bounded.append(c);
                yield null;
            }
            case '.' -> {
                at++;
                bounded.append(c);
                yield Need.ANYTHING;
            }
            case '*', '+', '?', '{' -> throw new IllegalArgumentException("nothing to repeat before " + c);
            default -> {
                at++;
                bounded.append(c);
                yield literal(c);
            }
        };
    }

    private Need group() {
        at++;
        if (pattern.startsWith("?:", at)) at += 2;
        else if (at < pattern.length() && pattern.charAt(at) == '?') {
            throw new IllegalArgumentException("look-around and named groups are not part of the rules' dialect");
        }
        bounded.append("(?:");
        var need = alternatives();
        if (at >= pattern.length() || pattern.charAt(at) != ')') {
            throw new IllegalArgumentException("a bracket is not closed");
        }
        at++;
        bounded.append(')');
        return need;
    }

    private Need oneCharacterOf() {
        int close = at + 1;
        if (close < pattern.length() && pattern.charAt(close) == '^') close++;
        if (close < pattern.length() && pattern.charAt(close) == ']') close++;
        while (close < pattern.length() && pattern.charAt(close) != ']') close += pattern.charAt(close) == '\\' ? 2 : 1;
        if (close >= pattern.length()) throw new IllegalArgumentException("a [ is not closed");
        String inside = pattern.substring(at + 1, close);
        at = close + 1;
        bounded.append('[')
                .append(inside.replace("[", "\\[").replace("&&", "&\\&"))
                .append(']');
        boolean listed = inside.length() <= 5
                && !inside.startsWith("^")
                && inside.indexOf('\\') < 0
                && inside.indexOf('-', 1) < 0;
        if (!listed) {
            boolean endsInDash = inside.length() <= 5
                    && !inside.startsWith("^")
                    && inside.indexOf('\\') < 0
                    && inside.indexOf('-') == inside.length() - 1;
            if (!endsInDash) return Need.ANYTHING;
        }
        var all = new HashSet<String>();
        inside.chars().forEach(c -> all.add(lower((char) c)));
        return new Need(all, null);
    }

    private @Nullable Need escaped() {
        if (at + 1 >= pattern.length()) throw new IllegalArgumentException("the pattern ends in a backslash");
        char c = pattern.charAt(at + 1);
        at += 2;
        bounded.append('\\').append(c);
        if (c == 'b' || c == 'B') return null;
        if (c == 'n') return literal('\n');
        if (Character.isDigit(c))
            throw new IllegalArgumentException("back-references are not part of the rules' dialect");
        if (c == 'u') {
            bounded.append(pattern, at, at + 4);
            at += 4;
            return Need.ANYTHING;
        }
        if (c == 'x' || c == 'p' || c == 'P') {
            int close = pattern.indexOf('}', at);
            if (close < 0) throw new IllegalArgumentException("\\" + c + " needs { and }");
            bounded.append(pattern, at, close + 1);
            at = close + 1;
            return Need.ANYTHING;
        }
        return Character.isLetter(c) ? Need.ANYTHING : literal(c);
    }

    private static Need literal(char c) {
        return new Need(Set.of(lower(c)), null);
    }

    private static String lower(char c) {
        return String.valueOf(Character.toLowerCase(c)).toLowerCase(Locale.ROOT);
    }

    private static Set<String> joined(Set<String> some, Set<String> more) {
        var joined = new HashSet<String>();
        for (var head : some) for (var tail : more) joined.add(head + tail);
        return joined;
    }

    private static @Nullable Set<String> better(@Nullable Set<String> one, @Nullable Set<String> other) {
        if (other == null || shortest(other) == 0) return one;
        if (one == null) return Set.copyOf(other);
        return worth(other) > worth(one) ? Set.copyOf(other) : one;
    }

    // Longer literals stand in fewer texts; few literals cost less memory.
    private static int worth(Set<String> literals) {
        return Math.min(shortest(literals), 6) * 100 - literals.size();
    }

    private static int shortest(Set<String> literals) {
        return literals.stream().mapToInt(String::length).min().orElse(0);
    }
}
