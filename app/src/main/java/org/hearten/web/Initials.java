package org.hearten.web;

import java.text.BreakIterator;
import java.util.Arrays;
import java.util.stream.Collectors;

/** The two letters and the tint that stand for somebody without a picture. */
public final class Initials {
    private static final int TINTS = 8;

    private Initials() {}

    public static String of(String name) {
        var parts = Arrays.stream(name.strip().split("\\s+"))
                .filter(part -> !part.matches("(?i)(dr|mr|mrs|ms)\\.?"))
                .toList();
        return parts.stream()
                .filter(part -> parts.size() < 3 || part == parts.getFirst() || part == parts.getLast())
                .map(Initials::first)
                .collect(Collectors.joining());
    }

    /** The same name always has the same tint. */
    public static String tint(String name) {
        return "tint-" + Math.floorMod(name.hashCode(), TINTS);
    }

    /** A whole letter as the reader sees it, with its vowel mark. */
    private static String first(String word) {
        var letters = BreakIterator.getCharacterInstance();
        letters.setText(word);
        var end = letters.next();
        return end == BreakIterator.DONE ? "" : word.substring(0, end);
    }
}
