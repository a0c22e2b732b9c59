package org.hearten.guard.identifiers;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.WeakHashMap;
import org.hearten.guard.Context;
import org.hearten.guard.text.FoldedText;

/** What everyone may know: the facility's own phones, addresses, events and people, and public helplines. */
final class FacilityFacts {
    private static final WeakHashMap<Context, FacilityFacts> KNOWN = new WeakHashMap<>();

    private final List<String> facts = new ArrayList<>();
    private final Set<String> numbers = new HashSet<>();
    private final Set<String> staffWords = new HashSet<>();
    private final Set<String> watchedWords = new HashSet<>();

    private FacilityFacts(Context context) {
        for (var fact : context.facilityFacts()) {
            var folded = FoldedText.of(fact).lower().strip();
            facts.add(folded);
            for (var number : folded.split("[^0-9+() .-]+")) {
                var digits = Checksums.digitsOf(number);
                if (digits.length() >= 3) numbers.add(digits);
            }
        }
        context.staff().forEach(name -> addNameWords(name, staffWords));
        context.names().forEach(name -> addNameWords(name, watchedWords));
    }

    static synchronized FacilityFacts of(Context context) {
        return KNOWN.computeIfAbsent(context, FacilityFacts::new);
    }

    private static void addNameWords(String name, Set<String> into) {
        for (var word : FoldedText.of(name).lower().split("[^\\p{L}\\p{M}]+")) {
            if (word.length() > 2 && !word.equals("mrs")) into.add(word);
        }
    }

    boolean isPublic(String lower) {
        if (facts.isEmpty()) return false;
        var digits = Checksums.digitsOf(lower);
        if (digits.length() >= 6 && numbers.stream().anyMatch(own -> own.endsWith(digits) || digits.endsWith(own))) {
            return true;
        }
        return lower.length() > 2 && facts.stream().anyMatch(fact -> holdsWhole(fact, lower));
    }

    boolean coversNumberIn(String lower) {
        var digits = Checksums.digitsOf(lower);
        boolean number = digits.length() >= 6 && numbers.stream().anyMatch(digits::contains);
        return number || facts.stream().anyMatch(fact -> fact.indexOf('@') > 0 && lower.contains(fact));
    }

    // "indore" is in "12 mg road, indore" but not in "indoreans"
    private static boolean holdsWhole(String fact, String part) {
        int at = fact.indexOf(part);
        while (at >= 0) {
            boolean opens = at == 0 || !Character.isLetterOrDigit(fact.charAt(at - 1));
            int end = at + part.length();
            boolean closes = end == fact.length() || !Character.isLetterOrDigit(fact.charAt(end));
            if (opens && closes) return true;
            at = fact.indexOf(part, at + 1);
        }
        return false;
    }

    /** All words of the name belong to the facility's own people. */
    boolean isStaff(String lowerName) {
        if (staffWords.isEmpty()) return false;
        boolean any = false;
        for (var word : lowerName.split("[^\\p{L}\\p{M}]+")) {
            if (word.length() > 2) {
                if (!staffWords.contains(word)) return false;
                any = true;
            }
        }
        return any;
    }

    boolean isWatched(String lowerWord) {
        return watchedWords.contains(lowerWord);
    }
}
