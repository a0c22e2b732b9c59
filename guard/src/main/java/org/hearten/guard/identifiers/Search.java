package org.hearten.guard.identifiers;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.hearten.guard.Context;
import org.hearten.guard.names.NameTagger;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;

/** One text being searched: what it says, its words, where its digits are, and what was found so far. */
final class Search {
    private static final int ROOM_BESIDE_DIGITS = 40;

    final FoldedText text;
    final Tokens tokens;
    final Context context;
    final Cues cues;
    final FacilityFacts facts;
    List<NameTagger.Name> names = List.of();
    private final List<int[]> nearDigits = new ArrayList<>();
    private final List<Match> matches = new ArrayList<>();
    private final boolean at;

    Search(FoldedText text, Tokens tokens, Context context) {
        this.text = text;
        this.tokens = tokens;
        this.context = context;
        this.cues = new Cues(tokens);
        this.facts = FacilityFacts.of(context);
        this.at = text.text().indexOf('@') >= 0;
        findDigits();
    }

    boolean hasAt() {
        return at;
    }

    boolean hasDigits() {
        return !nearDigits.isEmpty();
    }

    interface Each {
        void found(Matcher hit);
    }

    /** Every hit of a pattern that needs at least one digit: looks only around digits. */
    void nearDigits(Pattern pattern, Each each) {
        if (nearDigits.isEmpty()) return;
        var matcher = pattern.matcher(text.text());
        matcher.useTransparentBounds(true).useAnchoringBounds(false);
        for (int[] window : nearDigits) {
            matcher.region(window[0], window[1]);
            while (matcher.find()) each.found(matcher);
        }
    }

    void everywhere(Pattern pattern, Each each) {
        var matcher = pattern.matcher(text.text());
        while (matcher.find()) each.found(matcher);
    }

    void add(Recogniser by, int start, int end, double confidence) {
        if (end > start) matches.add(new Match(by, start, end, confidence));
    }

    List<Match> matches() {
        return matches;
    }

    private void findDigits() {
        String folded = text.text();
        for (int i = 0; i < folded.length(); i++) {
            char c = folded.charAt(i);
            if (c >= '0' && c <= '9') {
                int from = Math.max(0, i - ROOM_BESIDE_DIGITS);
                int to = Math.min(folded.length(), i + ROOM_BESIDE_DIGITS);
                int[] last = nearDigits.isEmpty() ? null : nearDigits.getLast();
                if (last != null && from <= last[1]) last[1] = to;
                else nearDigits.add(new int[] {from, to});
            }
        }
    }

    record Match(Recogniser by, int start, int end, double confidence) {
        boolean touches(Match other) {
            return start < other.end && other.start < end;
        }
    }
}
