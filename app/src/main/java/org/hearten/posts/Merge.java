package org.hearten.posts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Two people changed the same text. What only one of them changed is taken from that one; where both changed the same
 * words, mine stand and theirs are shown beside them.
 */
public record Merge(List<Stretch> stretches) {

    public enum Whose {
        NOBODY,
        MINE,
        THEIRS,
        BOTH
    }

    /**
     * A piece of the merged text.
     *
     * @param gone what stood there before, struck out
     * @param text what stands there now
     * @param theirs where both changed it: what the other person wrote
     */
    public record Stretch(Whose whose, String gone, String text, String theirs) {}

    private record Change(int start, int end, String text, boolean mine) {}

    static Merge of(String base, String mine, String theirs) {
        var changes = new ArrayList<>(changes(base, mine, true));
        changes.addAll(changes(base, theirs, false));
        changes.sort(Comparator.comparingInt(Change::start).thenComparing(Change::mine, Comparator.reverseOrder()));
        var stretches = new ArrayList<Stretch>();
        int done = 0;
        for (int at = 0; at < changes.size(); ) {
            var group = together(changes, at);
            var start = group.getFirst().start();
            var end = group.stream().mapToInt(Change::end).max().orElse(start);
            if (start > done) {
                stretches.add(new Stretch(Whose.NOBODY, "", base.substring(done, start), ""));
            }
            stretches.add(stretch(base, start, end, group));
            done = end;
            at += group.size();
        }
        if (done < base.length()) {
            stretches.add(new Stretch(Whose.NOBODY, "", base.substring(done), ""));
        }
        return new Merge(List.copyOf(stretches));
    }

    /** Both changed the same words, each differently. */
    public boolean clashes() {
        return stretches.stream().anyMatch(stretch -> stretch.whose() == Whose.BOTH);
    }

    public boolean changed() {
        return stretches.stream().anyMatch(stretch -> stretch.whose() != Whose.NOBODY);
    }

    public String text() {
        var text = new StringBuilder();
        stretches.forEach(stretch -> text.append(stretch.text()));
        return text.toString();
    }

    /** Changes that overlap, or begin at the same place, are one question. */
    private static List<Change> together(List<Change> changes, int from) {
        var group = new ArrayList<Change>();
        group.add(changes.get(from));
        int end = changes.get(from).end();
        for (int at = from + 1; at < changes.size(); at++) {
            var next = changes.get(at);
            if (next.start() < end || next.start() == group.getFirst().start()) {
                group.add(next);
                end = Math.max(end, next.end());
            } else {
                break;
            }
        }
        return group;
    }

    private static Stretch stretch(String base, int start, int end, List<Change> group) {
        var gone = base.substring(start, end);
        var mine = applied(base, start, end, group, true);
        var theirs = applied(base, start, end, group, false);
        if (group.stream().noneMatch(change -> !change.mine())) {
            return new Stretch(Whose.MINE, gone, mine, "");
        } else if (group.stream().noneMatch(Change::mine)) {
            return new Stretch(Whose.THEIRS, gone, theirs, "");
        } else {
            return mine.equals(theirs)
                    ? new Stretch(Whose.THEIRS, gone, theirs, "")
                    : new Stretch(Whose.BOTH, gone, mine, theirs);
        }
    }

    private static String applied(String base, int start, int end, List<Change> group, boolean mine) {
        var text = new StringBuilder();
        int done = start;
        for (var change : group) {
            if (change.mine() == mine) {
                text.append(base, done, change.start()).append(change.text());
                done = change.end();
            }
        }
        return text.append(base, done, end).toString();
    }

    private static List<Change> changes(String base, String now, boolean mine) {
        var changes = new ArrayList<Change>();
        int at = 0;
        int start = -1;
        int end = 0;
        var fresh = new StringBuilder();
        for (var piece : WordDiff.between(base, now)) {
            if (piece.kind() == WordDiff.Kind.SAME) {
                if (start >= 0) {
                    changes.add(new Change(start, end, fresh.toString(), mine));
                    fresh.setLength(0);
                    start = -1;
                }
                at += piece.text().length();
            } else {
                if (start < 0) {
                    start = at;
                    end = at;
                }
                if (piece.kind() == WordDiff.Kind.GONE) {
                    at += piece.text().length();
                    end = at;
                } else {
                    fresh.append(piece.text());
                }
            }
        }
        if (start >= 0) {
            changes.add(new Change(start, end, fresh.toString(), mine));
        }
        return changes;
    }
}
