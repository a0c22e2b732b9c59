package org.hearten.guard.identifiers;

import java.util.ArrayList;
import java.util.List;
import org.hearten.guard.Context;
import org.hearten.guard.names.NameTagger;
import org.hearten.guard.text.Finder;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Spots;
import org.hearten.guard.text.Tokens;

/** One text being searched: what it says, its words, where its digits are, and what was found so far. */
final class Search {
    private static final int ROOM_BESIDE_DIGITS = 40;
    private static final int ROOM_BEFORE_SIGNS = 130;
    private static final int ROOM_AFTER_SIGNS = 400;
    private static final int LONGEST_SIGNATURE = 150;

    final FoldedText text;
    final Tokens tokens;
    final Spots spots;
    final Context context;
    final Cues cues;
    final FacilityFacts facts;
    List<NameTagger.Name> names = List.of();
    private final List<int[]> nearDigits = new ArrayList<>();
    private final List<Match> matches = new ArrayList<>();
    private final List<int[]> nearAts = new ArrayList<>();
    private final List<int[]> nearDots = new ArrayList<>();
    private boolean devanagari;

    Search(FoldedText text, Tokens tokens, Context context) {
        this.text = text;
        this.tokens = tokens;
        this.spots = text.spots();
        this.context = context;
        this.cues = new Cues(tokens);
        this.facts = FacilityFacts.of(context);
        findSigns();
    }

    boolean hasAt() {
        return !nearAts.isEmpty();
    }

    boolean hasDigits() {
        return !nearDigits.isEmpty();
    }

    /** Every hit of a pattern that needs at least one digit: looks only around digits. */
    void nearDigits(Finder pattern, Finder.Each each) {
        for (int[] window : nearDigits) pattern.each(spots, window[0], window[1], each);
    }

    /** Every hit of a pattern that begins before an @ and holds it: looks only around them. */
    void nearAts(Finder pattern, Finder.Each each) {
        for (int[] window : nearAts) pattern.each(spots, window[0], window[2] + 1, window[1], each);
    }

    /** Whether any of a list of context words stands anywhere. */
    boolean mentions(Finder words) {
        return words.mayFind(spots, 0, text.length());
    }

    /** Every hit of a pattern in the neighbourhood of an @. */
    void aroundAts(Finder pattern, Finder.Each each) {
        for (int[] window : nearAts) pattern.each(spots, window[0], window[1], each);
    }

    /** Every hit of a pattern that begins before a dot between letters or digits: looks only around those. */
    void nearDots(Finder pattern, Finder.Each each) {
        for (int[] window : nearDots) pattern.each(spots, window[0], window[2], window[1], each);
    }

    void atTheEnd(Finder pattern, Finder.Each each) {
        pattern.each(spots, Math.max(0, text.length() - LONGEST_SIGNATURE), text.length(), each);
    }

    /** Every hit of a pattern that begins not long before a word it needs. */
    void before(String word, Finder pattern, Finder.Each each) {
        int from = 0;
        String lower = text.lower();
        for (int at = lower.indexOf(word); at >= 0; at = lower.indexOf(word, at + 1)) {
            from = Math.max(from, at - ROOM_BEFORE_SIGNS);
            int[] next = {from};
            pattern.each(spots, from, at, text.length(), hit -> {
                next[0] = Math.max(next[0], hit.end());
                each.found(hit);
            });
            from = next[0];
        }
    }

    void everywhere(Finder pattern, Finder.Each each) {
        pattern.each(spots, 0, text.length(), each);
    }

    void add(Recogniser by, int start, int end, double confidence) {
        if (end > start) matches.add(new Match(by, start, end, confidence));
    }

    List<Match> matches() {
        return matches;
    }

    boolean hasDevanagari() {
        return devanagari;
    }

    private void findSigns() {
        String folded = text.text();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= '0' && c <= '9') widen(nearDigits, i, ROOM_BESIDE_DIGITS, ROOM_BESIDE_DIGITS);
            else if (c == '@') widen(nearAts, i, ROOM_BEFORE_SIGNS, ROOM_AFTER_SIGNS);
            else if (c == '.' && isInner(folded, i)) widen(nearDots, i, ROOM_BEFORE_SIGNS, ROOM_AFTER_SIGNS);
            else if (c >= 0x900 && c < 0x980) devanagari = true;
        }
    }

    private static boolean isInner(String folded, int at) {
        return at > 0
                && at + 1 < folded.length()
                && Character.isLetterOrDigit(folded.charAt(at - 1))
                && Character.isLetter(folded.charAt(at + 1));
    }

    private void widen(List<int[]> windows, int at, int before, int after) {
        int from = Math.max(0, at - before);
        int to = Math.min(text.length(), at + after);
        int[] last = windows.isEmpty() ? null : windows.getLast();
        if (last != null && from <= last[1]) {
            last[1] = to;
            last[2] = at;
        } else {
            windows.add(new int[] {from, to, at});
        }
    }

    record Match(Recogniser by, int start, int end, double confidence) {}
}
