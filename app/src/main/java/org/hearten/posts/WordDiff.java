package org.hearten.posts;

import java.util.ArrayList;
import java.util.List;

/** What changed between two texts, word by word. */
public final class WordDiff {
    private static final int MOST_WORDS = 3_000;

    private WordDiff() {}

    /** A stretch of words that stayed, went or came. */
    public record Piece(Kind kind, String text) {}

    public enum Kind {
        SAME,
        GONE,
        NEW
    }

    public static List<Piece> between(String before, String after) {
        var old = words(before);
        var fresh = words(after);
        if (before.equals(after)) {
            return List.of(new Piece(Kind.SAME, after));
        } else if (old.length > MOST_WORDS || fresh.length > MOST_WORDS) {
            return List.of(new Piece(Kind.GONE, before), new Piece(Kind.NEW, after));
        } else {
            return joined(walk(old, fresh, longestCommon(old, fresh)));
        }
    }

    /** Words and the spaces between them, each on its own. */
    private static String[] words(String text) {
        return text.isEmpty() ? new String[0] : text.split("(?<=\\s)(?=\\S)|(?<=\\S)(?=\\s)");
    }

    /** {@code lengths[i][j]}: how many words the rests from i and from j have in common, in order. */
    private static int[][] longestCommon(String[] old, String[] fresh) {
        var lengths = new int[old.length + 1][fresh.length + 1];
        for (int i = old.length - 1; i >= 0; i--) {
            for (int j = fresh.length - 1; j >= 0; j--) {
                lengths[i][j] = old[i].equals(fresh[j])
                        ? lengths[i + 1][j + 1] + 1
                        : Math.max(lengths[i + 1][j], lengths[i][j + 1]);
            }
        }
        return lengths;
    }

    private static List<Piece> walk(String[] old, String[] fresh, int[][] lengths) {
        var pieces = new ArrayList<Piece>();
        int i = 0;
        int j = 0;
        while (i < old.length || j < fresh.length) {
            if (i < old.length && j < fresh.length && old[i].equals(fresh[j])) {
                pieces.add(new Piece(Kind.SAME, old[i++]));
                j++;
            } else if (j >= fresh.length || i < old.length && lengths[i + 1][j] >= lengths[i][j + 1]) {
                pieces.add(new Piece(Kind.GONE, old[i++]));
            } else {
                pieces.add(new Piece(Kind.NEW, fresh[j++]));
            }
        }
        return pieces;
    }

    /** A space between two changed words belongs to the change: whole phrases are struck, not word after word. */
    private static List<Piece> joined(List<Piece> pieces) {
        var gone = new StringBuilder();
        var fresh = new StringBuilder();
        var joined = new ArrayList<Piece>();
        for (int at = 0; at < pieces.size(); at++) {
            var piece = pieces.get(at);
            var changing = gone.length() + fresh.length() > 0;
            var nextChanges = at + 1 < pieces.size() && pieces.get(at + 1).kind() != Kind.SAME;
            if (piece.kind() == Kind.GONE) {
                gone.append(piece.text());
            } else if (piece.kind() == Kind.NEW) {
                fresh.append(piece.text());
            } else if (changing && nextChanges && piece.text().isBlank()) {
                gone.append(piece.text());
                fresh.append(piece.text());
            } else {
                flush(gone, fresh, joined);
                add(joined, piece);
            }
        }
        flush(gone, fresh, joined);
        return joined;
    }

    private static void flush(StringBuilder gone, StringBuilder fresh, List<Piece> joined) {
        if (gone.length() > 0) {
            joined.add(new Piece(Kind.GONE, gone.toString()));
        }
        if (fresh.length() > 0) {
            joined.add(new Piece(Kind.NEW, fresh.toString()));
        }
        gone.setLength(0);
        fresh.setLength(0);
    }

    private static void add(List<Piece> joined, Piece piece) {
        if (!joined.isEmpty() && joined.getLast().kind() == piece.kind()) {
            joined.set(
                    joined.size() - 1, new Piece(piece.kind(), joined.getLast().text() + piece.text()));
        } else {
            joined.add(piece);
        }
    }
}
