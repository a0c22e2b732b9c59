package org.hearten.guard.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Finds all of many words in one pass over a text: Aho and Corasick's automaton, written out as a table. */
public final class LiteralScan {
    private static final int[] NONE = {};

    private final char[] classOf = new char[Character.MAX_VALUE + 1]; // 0 for a character in no literal
    private final int classes;
    private int[] next;
    private int states = 1;
    private final int[][] ending; // literals that end in a state

    public interface Found {
        void literal(int literal, int end);
    }

    public LiteralScan(List<String> literals) {
        int count = 1;
        for (var literal : literals) {
            for (int i = 0; i < literal.length(); i++) {
                if (classOf[literal.charAt(i)] == 0) classOf[literal.charAt(i)] = (char) count++;
            }
        }
        classes = count;
        next = new int[1024 * classes];
        var last = new int[literals.size()];
        for (int id = 0; id < last.length; id++) last[id] = grow(literals.get(id));
        next = Arrays.copyOf(next, states * classes);
        ending = new int[states][];
        Arrays.fill(ending, NONE);
        for (int id = 0; id < last.length; id++) ending[last[id]] = with(ending[last[id]], new int[] {id});
        fallBack();
    }

    public void scan(String lower, Found found) {
        int state = 0;
        for (int i = 0; i < lower.length(); i++) {
            state = next[state * classes + classOf[lower.charAt(i)]];
            for (int literal : ending[state]) found.literal(literal, i + 1);
        }
    }

    private int grow(String literal) {
        int state = 0;
        for (int i = 0; i < literal.length(); i++) {
            int cell = state * classes + classOf[literal.charAt(i)];
            if (next[cell] == 0) {
                if ((states + 1) * classes > next.length) next = Arrays.copyOf(next, next.length * 2);
                next[cell] = states++;
            }
            state = next[cell];
        }
        return state;
    }

    // State by state in order of depth, every missing step becomes the step of the longest shorter beginning.
    private void fallBack() {
        var shorter = new int[states];
        var order = new ArrayList<Integer>(states);
        for (int on = 0; on < classes; on++) if (next[on] != 0) order.add(next[on]);
        for (int at = 0; at < order.size(); at++) {
            int state = order.get(at);
            int behind = shorter[state];
            ending[state] = with(ending[state], ending[behind]);
            for (int on = 0; on < classes; on++) {
                int cell = state * classes + on;
                int fallback = next[behind * classes + on];
                if (next[cell] == 0) next[cell] = fallback;
                else {
                    shorter[next[cell]] = fallback;
                    order.add(next[cell]);
                }
            }
        }
    }

    private static int[] with(int[] some, int[] more) {
        if (more.length == 0) return some;
        var all = Arrays.copyOf(some, some.length + more.length);
        System.arraycopy(more, 0, all, some.length, more.length);
        return all;
    }
}
