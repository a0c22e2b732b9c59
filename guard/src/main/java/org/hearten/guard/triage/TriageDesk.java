package org.hearten.guard.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hearten.guard.Finding;
import org.hearten.guard.Triage;
import org.hearten.guard.Triage.Category;
import org.hearten.guard.Words;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.LiteralScan;
import org.hearten.guard.text.Tokens;
import org.jspecify.annotations.Nullable;

/** Weighs phrases of each category; what endangers a life wins over everything else. */
public final class TriageDesk {
    private static final double ENOUGH = 1.0;
    private static final Set<String> HINDI_IN_LATIN = Set.of(
            "hai", "hain", "nahi", "nahin", "mein", "kya", "kab", "ka", "ki", "ke", "ko", "se", "aap", "mera", "meri",
            "mere", "hum", "tha", "thi", "raha", "rahi", "rahe", "ho", "hua", "karo", "karein", "bahut", "kaise",
            "kyun", "kyu", "mujhe", "bhi", "aur", "koi", "gaya", "gayi", "diya", "liya", "wala", "wali", "yeh", "woh",
            "par", "abhi", "kal", "chahiye", "bhai", "nhi", "h");

    private final List<Phrase> phrases = new ArrayList<>();
    private final LiteralScan scan;

    private record Phrase(Category category, double weight, String text, boolean wholeStart, boolean wholeEnd) {}

    public TriageDesk() {
        for (var line : phraseFile().lines().toList()) read(line);
        scan = new LiteralScan(phrases.stream().map(Phrase::text).toList());
    }

    /** @param broken rules of the packs that this message breaks: their crisis and side-effect rules count here */
    public Triage sort(FoldedText text, Tokens tokens, List<Finding> broken, List<Finding> people) {
        var weights = new EnumMap<Category, Double>(Category.class);
        var because = new EnumMap<Category, String>(Category.class);
        String lower = text.lower();
        scan.scan(lower, (id, end) -> {
            var phrase = phrases.get(id);
            int start = end - phrase.text.length();
            boolean opens = !phrase.wholeStart || start == 0 || !Tokens.isPartOfWord(lower.charAt(start - 1));
            boolean closes = !phrase.wholeEnd || end == lower.length() || !Tokens.isPartOfWord(lower.charAt(end));
            if (opens && closes) {
                weights.merge(phrase.category, phrase.weight, Double::sum);
                because.merge(
                        phrase.category, phrase.text, (some, more) -> some.length() >= more.length() ? some : more);
            }
        });
        for (var finding : broken) addRule(finding, text, weights, because);
        boolean leaks = people.stream().anyMatch(finding -> switch (finding.label()) {
            case ID, SSN -> true;
            default -> false;
        });
        if (leaks) weights.merge(Category.PRIVACY_LEAK, 0.9, Double::sum);
        if (lower.indexOf('?') >= 0) {
            weights.computeIfPresent(Category.CLINICAL_QUESTION, (key, weight) -> weight + 0.5);
            weights.computeIfPresent(Category.APPOINTMENT, (key, weight) -> weight + 0.2);
        }
        var category = heaviest(weights);
        var language = language(text, tokens);
        boolean readFirst = weights.getOrDefault(Category.SELF_HARM, 0.0) >= 0.5
                || weights.getOrDefault(Category.EMERGENCY, 0.0) >= 0.5
                || weights.getOrDefault(Category.ADVERSE_EVENT, 0.0) >= ENOUGH;
        return new Triage(
                category, urgency(category, readFirst), readFirst, language, why(category, because.get(category)));
    }

    private static void addRule(
            Finding finding, FoldedText text, Map<Category, Double> weights, Map<Category, String> because) {
        var category = switch (finding.rule()) {
            case "US-CRISIS-001", "IN-CRISIS-001" -> Category.SELF_HARM;
            case "US-CRISIS-002", "IN-CRISIS-002" -> Category.EMERGENCY;
            case "US-AE-001", "IN-AE-001" -> Category.ADVERSE_EVENT;
            case "US-CRISIS-004", "IN-CRISIS-003" -> Category.ABUSE;
            default -> null;
        };
        if (category != null) {
            weights.merge(category, 2.0, Double::sum);
            because.putIfAbsent(category, text.original().substring(finding.start(), finding.end()));
        }
    }

    private static Category heaviest(Map<Category, Double> weights) {
        if (weights.getOrDefault(Category.SELF_HARM, 0.0) >= ENOUGH) return Category.SELF_HARM;
        if (weights.getOrDefault(Category.EMERGENCY, 0.0) >= ENOUGH) return Category.EMERGENCY;
        var best = Category.OTHER;
        double most = ENOUGH - 0.01;
        for (var entry : weights.entrySet()) {
            if (entry.getValue() > most) {
                best = entry.getKey();
                most = entry.getValue();
            }
        }
        return best;
    }

    private static int urgency(Category category, boolean readFirst) {
        return switch (category) {
            case EMERGENCY, SELF_HARM -> 1;
            case ADVERSE_EVENT, PRIVACY_LEAK, ABUSE -> 2;
            case COMPLAINT, CLINICAL_QUESTION, MEDIA_INQUIRY, MISINFORMATION, APPOINTMENT, BILLING -> readFirst ? 2 : 3;
            case PRAISE, SPAM, JOB, OTHER -> readFirst ? 2 : 4;
        };
    }

    private static String language(FoldedText text, Tokens tokens) {
        int hindi = 0;
        int latin = 0;
        int hinglish = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.isWord(i)) continue;
            char first = text.lower().charAt(tokens.start(i));
            if (first >= 0x900 && first < 0x980) hindi++;
            else if (Character.isLetter(first)) {
                latin++;
                if (HINDI_IN_LATIN.contains(tokens.lower(i))) hinglish++;
            }
        }
        if (hindi > latin) return "hi";
        if (hindi > 0 || hinglish >= 2 && hinglish * 8 >= latin) return "hi-en";
        return "en";
    }

    private static Words why(Category category, @Nullable String because) {
        String name = category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        return because == null
                ? new Words("No words of another category were found.", "किसी और श्रेणी के शब्द नहीं मिले।")
                : new Words(
                        "Read as " + name + " because it says \"" + because + "\".",
                        "इसमें \"" + because + "\" लिखा है, इसलिए यह श्रेणी चुनी गई।");
    }

    private void read(String line) {
        if (line.isBlank() || line.startsWith("#")) return;
        String[] parts = line.split("[|]", 3);
        var category = Category.valueOf(parts[0].strip());
        double weight = Double.parseDouble(parts[1].strip());
        for (var written : parts[2].split(",")) {
            String phrase = FoldedText.of(written.strip()).lower();
            if (phrase.isEmpty()) continue;
            boolean open = phrase.endsWith("*");
            String text = open ? phrase.substring(0, phrase.length() - 1) : phrase;
            boolean letterFirst = Tokens.isPartOfWord(text.charAt(0));
            phrases.add(new Phrase(
                    category, weight, text, letterFirst, !open && Tokens.isPartOfWord(text.charAt(text.length() - 1))));
        }
    }

    private static String phraseFile() {
        try (var in = TriageDesk.class.getResourceAsStream("phrases.txt")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("The phrases of the triage cannot be read", broken);
        }
    }
}
