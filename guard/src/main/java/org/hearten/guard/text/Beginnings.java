package org.hearten.guard.text;

import java.util.ArrayList;
import java.util.List;

/**
 * How every match of a regular expression begins: its first three characters, each as a set of kinds. Most places of most
 * texts can be passed over by a look at these, without asking the expression.
 *
 * <p>Too wide is allowed, too narrow is not: whatever is not understood stands for any character.
 */
public final class Beginnings {
    private static final int LONGEST = 3;
    private static final int MOST = 1500;
    private static final long MOST_WORK = 20_000;

    private final long[] pairs = new long[64];
    private final long[] triples = new long[128]; // a sieve: what is not in it is not a beginning
    private final boolean sieved;

    private record Beginning(long[] kinds, boolean open) {
        Beginning then(Beginning next) {
            if (!open || kinds.length >= LONGEST) return this;
            int length = Math.min(LONGEST, kinds.length + next.kinds.length);
            var joined = new long[length];
            for (int i = 0; i < length; i++) joined[i] = i < kinds.length ? kinds[i] : next.kinds[i - kinds.length];
            return new Beginning(joined, next.open);
        }

        long kind(int at) {
            return at < kinds.length ? kinds[at] : Kinds.ALL;
        }
    }

    private static final Beginning EMPTY = new Beginning(new long[0], true);
    private static final Beginning ANYTHING = new Beginning(new long[0], false);

    public Beginnings(String regex) {
        var all = new Parser(regex).alternatives();
        long work = 0;
        for (var one : all) {
            work += (long) Long.bitCount(one.kind(0)) * Long.bitCount(one.kind(1)) * Long.bitCount(one.kind(2));
        }
        sieved = work <= MOST_WORK;
        for (var one : all) {
            for (int first = 0; first < 64; first++) {
                if ((one.kind(0) >>> first & 1) == 0) continue;
                pairs[first] |= one.kind(1);
                if (sieved) sieve(one, first);
            }
        }
    }

    private void sieve(Beginning one, int first) {
        for (int second = 0; second < 64; second++) {
            if ((one.kind(1) >>> second & 1) == 0) continue;
            for (int third = 0; third < 64; third++) {
                if ((one.kind(2) >>> third & 1) != 0) {
                    int bit = hole(first, second, third);
                    triples[bit >>> 6] |= 1L << bit;
                }
            }
        }
    }

    private static int hole(int first, int second, int third) {
        return (first * 0x9E5 + second * 0x1F + third * 0x3D7) & 0x1FFF;
    }

    /** Whether a match may begin at this place of a text whose kinds are given. */
    public boolean mayBegin(byte[] kinds, int at) {
        int first = kinds[at];
        int second = kinds[at + 1];
        if ((pairs[first] >>> second & 1) == 0) return false;
        if (!sieved || at + 2 >= kinds.length) return true;
        int bit = hole(first, second, kinds[at + 2]);
        return (triples[bit >>> 6] >>> bit & 1) != 0;
    }

    private static final class Parser {
        private final String regex;
        private int at;

        Parser(String regex) {
            this.regex = regex;
        }

        List<Beginning> alternatives() {
            var all = new ArrayList<>(sequence());
            while (at < regex.length() && regex.charAt(at) == '|') {
                at++;
                all.addAll(sequence());
            }
            return all;
        }

        private List<Beginning> sequence() {
            var all = List.of(EMPTY);
            while (at < regex.length() && regex.charAt(at) != '|' && regex.charAt(at) != ')') {
                all = joined(all, repeated());
            }
            return all;
        }

        private static List<Beginning> joined(List<Beginning> some, List<Beginning> more) {
            boolean open = some.stream().anyMatch(one -> one.open && one.kinds.length < LONGEST);
            if (!open) return some;
            boolean tooMany = (long) some.size() * more.size() > MOST;
            var all = new ArrayList<Beginning>();
            for (var one : some) {
                if (!one.open || one.kinds.length >= LONGEST) all.add(one);
                else if (tooMany) all.add(new Beginning(one.kinds, false));
                else for (var next : more) all.add(one.then(next));
            }
            return all;
        }

        private List<Beginning> repeated() {
            var one = single();
            int least = 1;
            int most = 1;
            if (at < regex.length()) {
                char c = regex.charAt(at);
                if (c == '?') {
                    least = 0;
                    at++;
                } else if (c == '*' || c == '+') {
                    least = c == '*' ? 0 : 1;
                    most = LONGEST;
                    at++;
                } else if (c == '{') {
                    int close = regex.indexOf('}', at);
                    String[] bounds = regex.substring(at + 1, close).split(",", -1);
                    least = Math.min(LONGEST, Integer.parseInt(bounds[0]));
                    most = bounds.length == 1
                            ? least
                            : bounds[1].isEmpty() ? LONGEST : Math.min(LONGEST, Integer.parseInt(bounds[1]));
                    at = close + 1;
                } else {
                    return one;
                }
                if (at < regex.length() && (regex.charAt(at) == '?' || regex.charAt(at) == '+')) at++;
            }
            var all = new ArrayList<Beginning>();
            var run = List.of(EMPTY);
            for (int times = 0; times <= most; times++) {
                if (times >= least) all.addAll(run);
                run = joined(run, one);
            }
            return all;
        }

        private List<Beginning> single() {
            char c = regex.charAt(at);
            switch (c) {
                case '(' -> {
                    return group();
                }
                case '[' -> {
                    return List.of(of(set()));
                }
                case '^', '$' -> {
                    at++;
                    return List.of(EMPTY);
                }
                case '.' -> {
                    at++;
                    return List.of(of(Kinds.ALL));
                }
                case '\\' -> {
                    boolean edge = regex.charAt(at + 1) == 'b' || regex.charAt(at + 1) == 'B';
                    boolean back = Character.isDigit(regex.charAt(at + 1));
                    long kinds = escaped();
                    return List.of(edge ? EMPTY : back ? ANYTHING : of(kinds));
                }
                default -> {
                    at++;
                    return List.of(of(Kinds.set(c)));
                }
            }
        }

        private static Beginning of(long kinds) {
            return new Beginning(new long[] {kinds}, true);
        }

        private List<Beginning> group() {
            at++;
            boolean looksAround = false;
            if (regex.startsWith("?", at)) {
                looksAround = regex.startsWith("?=", at)
                        || regex.startsWith("?!", at)
                        || regex.startsWith("?<=", at)
                        || regex.startsWith("?<!", at);
                if (looksAround) at += regex.charAt(at + 1) == '<' ? 3 : 2;
                else {
                    while (regex.charAt(at) != ':' && regex.charAt(at) != ')') at++; // (?: (?i: (?-i: (?m)
                    if (regex.charAt(at++) == ')') return List.of(EMPTY);
                }
            }
            var inside = alternatives();
            at++;
            return looksAround ? List.of(EMPTY) : inside;
        }

        private long escaped() {
            char c = regex.charAt(at + 1);
            at += 2;
            switch (c) {
                case 'd' -> {
                    return Kinds.DIGITS;
                }
                case 's' -> {
                    return Kinds.set(' ') | Kinds.set('\n') | Kinds.set('\t');
                }
                case 'w' -> {
                    return Kinds.LETTERS | Kinds.DIGITS | Kinds.set('_');
                }
                case 'n' -> {
                    return Kinds.set('\n');
                }
                case 'p', 'P' -> {
                    int close = regex.indexOf('}', at);
                    String name = regex.substring(at + 1, close);
                    at = close + 1;
                    if (c == 'P') return Kinds.ALL;
                    if (name.startsWith("L")) return Kinds.LETTERS | Kinds.FOREIGN;
                    if (name.equals("N")) return Kinds.DIGITS | Kinds.FOREIGN;
                    return name.equals("M") || name.equals("IsDevanagari") ? Kinds.FOREIGN : Kinds.ALL;
                }
                case 'x' -> {
                    at = regex.indexOf('}', at) + 1;
                    return Kinds.ALL;
                }
                case 'u' -> {
                    at += 4;
                    return Kinds.FOREIGN;
                }
                default -> {
                    return Character.isLetterOrDigit(c) ? Kinds.ALL : Kinds.set(c);
                }
            }
        }

        private long set() {
            at++;
            boolean not = regex.charAt(at) == '^';
            if (not) at++;
            long kinds = 0;
            boolean first = true;
            while (first || regex.charAt(at) != ']') {
                first = false;
                char c = regex.charAt(at);
                if (c == '\\') {
                    kinds |= escaped();
                    if (regex.charAt(at) == '-' && regex.charAt(at + 1) != ']') kinds = Kinds.ALL;
                } else if (regex.charAt(at + 1) == '-' && regex.charAt(at + 2) != ']') {
                    kinds |= Kinds.range(c, regex.charAt(at + 2));
                    at += 3;
                } else {
                    kinds |= Kinds.set(c);
                    at++;
                }
            }
            at++;
            return not ? Kinds.ALL : kinds;
        }
    }
}
