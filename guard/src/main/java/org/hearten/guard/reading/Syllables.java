package org.hearten.guard.reading;

import java.util.Map;

/** Counts the syllables of English words, health words above all, by their vowels and the usual silent endings. */
final class Syllables {
    private static final Map<String, Integer> KNOWN = Map.ofEntries(
            Map.entry("people", 2),
            Map.entry("area", 3),
            Map.entry("every", 2),
            Map.entry("everyone", 3),
            Map.entry("different", 3),
            Map.entry("science", 2),
            Map.entry("diabetes", 4),
            Map.entry("diet", 2),
            Map.entry("anxiety", 4),
            Map.entry("asthma", 2),
            Map.entry("vaccine", 2),
            Map.entry("vaccines", 2),
            Map.entry("medicine", 3),
            Map.entry("medicines", 3),
            Map.entry("exercise", 3),
            Map.entry("symptoms", 2),
            Map.entry("nausea", 3),
            Map.entry("diarrhea", 4),
            Map.entry("diarrhoea", 4),
            Map.entry("pneumonia", 3),
            Map.entry("muscle", 2),
            Map.entry("muscles", 2),
            Map.entry("disease", 2),
            Map.entry("diseases", 3),
            Map.entry("fever", 2),
            Map.entry("hour", 1),
            Map.entry("hours", 1),
            Map.entry("our", 1),
            Map.entry("quiet", 2),
            Map.entry("being", 2),
            Map.entry("doing", 2),
            Map.entry("going", 2),
            Map.entry("seeing", 2),
            Map.entry("something", 2),
            Map.entry("someone", 2),
            Map.entry("somewhere", 2),
            Map.entry("sometimes", 2),
            Map.entry("business", 2),
            Map.entry("clothes", 1),
            Map.entry("ache", 1),
            Map.entry("aches", 1),
            Map.entry("headache", 2),
            Map.entry("headaches", 2),
            Map.entry("create", 2),
            Map.entry("react", 2),
            Map.entry("reaction", 3),
            Map.entry("client", 2),
            Map.entry("patient", 2),
            Map.entry("patients", 2),
            Map.entry("maybe", 2),
            Map.entry("safety", 2),
            Map.entry("safely", 2),
            Map.entry("lifestyle", 2),
            Map.entry("dengue", 2),
            Map.entry("plaque", 1),
            Map.entry("fatigue", 2),
            Map.entry("tissue", 2),
            Map.entry("anaesthesia", 5),
            Map.entry("ideal", 3),
            Map.entry("poem", 2),
            Map.entry("via", 2),
            Map.entry("video", 3));

    private static final String[] SPLITS = {"ia", "io", "iu", "eo", "ua"};

    private Syllables() {}

    static int in(String lower) {
        Integer known = KNOWN.get(lower);
        return known != null ? known : counted(lower);
    }

    private static int counted(String word) {
        int count = 0;
        boolean before = false;
        for (int i = 0; i < word.length(); i++) {
            boolean vowel = isVowel(word, i);
            if (vowel && !before) count++;
            before = vowel;
        }
        if (count > 1 && word.endsWith("e") && !word.endsWith("le") && !isVowel(word, word.length() - 2)) count--;
        if (count > 1 && word.endsWith("le") && word.length() > 2 && isVowel(word, word.length() - 3)) count--;
        if (count > 1
                && word.endsWith("ed")
                && word.length() > 3
                && "td".indexOf(word.charAt(word.length() - 3)) < 0
                && !isVowel(word, word.length() - 3)) count--;
        if (count > 1
                && word.endsWith("es")
                && word.length() > 3
                && !isVowel(word, word.length() - 3)
                && !sibilantBefore(word)) count--;
        for (var split : SPLITS) {
            int at = word.indexOf(split);
            boolean softened =
                    at > 0 && "tcsxg".indexOf(word.charAt(at - 1)) >= 0 && !split.equals("eo") && !split.equals("ua");
            if (at >= 0 && !softened && !(split.equals("ua") && at > 0 && "qg".indexOf(word.charAt(at - 1)) >= 0))
                count++;
        }
        return Math.max(1, count);
    }

    private static boolean sibilantBefore(String word) {
        String stem = word.substring(0, word.length() - 2);
        return stem.endsWith("s")
                || stem.endsWith("z")
                || stem.endsWith("x")
                || stem.endsWith("ch")
                || stem.endsWith("sh")
                || stem.endsWith("c")
                || stem.endsWith("g");
    }

    private static boolean isVowel(String word, int at) {
        return switch (word.charAt(at)) {
            case 'a', 'e', 'i', 'o', 'u' -> true;
            case 'y' -> at > 0;
            default -> false;
        };
    }
}
