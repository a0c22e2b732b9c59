package org.hearten.guard.triage;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.hearten.guard.Finding;
import org.hearten.guard.Triage;
import org.hearten.guard.Triage.Category;
import org.hearten.guard.Words;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;
import org.hearten.guard.triage.Signs.Effect;
import org.hearten.guard.triage.Signs.Sign;
import org.jspecify.annotations.Nullable;

/** Weighs phrases of each category; what endangers a life wins over everything else. */
public final class TriageDesk {
    private static final double ENOUGH = 1.0;
    private static final Set<String> HINDI_IN_LATIN = Set.of(
            "hai", "hain", "nahi", "nahin", "mein", "kya", "kab", "ka", "ki", "ke", "ko", "se", "aap", "mera", "meri",
            "mere", "hum", "tha", "thi", "raha", "rahi", "rahe", "ho", "hua", "karo", "karein", "bahut", "kaise",
            "kyun", "kyu", "mujhe", "bhi", "aur", "koi", "gaya", "gayi", "diya", "liya", "wala", "wali", "yeh", "woh",
            "par", "abhi", "kal", "chahiye", "bhai", "nhi", "h");

    private static final double LIKE_A_LIFE_IN_DANGER = -0.6;
    private static final double SURELY_A_LIFE_IN_DANGER = 0.8;

    private final Signs signs = new Signs();
    private final LifeNet net = LifeNet.trained();

    /** @param broken rules of the packs that this message breaks: their crisis and side-effect rules count here */
    public Triage sort(FoldedText text, Tokens tokens, List<Finding> broken, List<Finding> people) {
        int[] sentences = sentences(text, tokens);
        var found = new ArrayList<>(signs.in(tokens, sentences));
        for (var finding : broken) addRule(finding, text, tokens, found);
        var weights = new EnumMap<Category, Double>(Category.class);
        var because = new EnumMap<Category, Sign>(Category.class);
        for (var sign : found) weigh(sign, found, sentences, weights, because);
        String lower = text.lower();
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
        boolean readFirst = weights.getOrDefault(Category.SELF_HARM, 0.0) >= 0.5
                || weights.getOrDefault(Category.EMERGENCY, 0.0) >= 0.5
                || weights.getOrDefault(Category.ADVERSE_EVENT, 0.0) >= ENOUGH;
        boolean meant = found.stream().noneMatch(sign -> sign.effect() != Effect.SAYS);
        var features = LifeNet.features(tokens);
        double danger = meant ? net.lifeInDanger(features) : -1;
        if (danger > LIKE_A_LIFE_IN_DANGER || broken.stream().anyMatch(TriageDesk::tellsOfViolence)) readFirst = true;
        if (danger > SURELY_A_LIFE_IN_DANGER && !isAboutALife(category) && category != Category.ADVERSE_EVENT) {
            category = net.byOwnHand(features) > 0 ? Category.SELF_HARM : Category.EMERGENCY;
        }
        var language = language(text, tokens);
        return new Triage(
                category,
                urgency(category, readFirst),
                readFirst,
                language,
                why(category, quoted(because.get(category), text, tokens)));
    }

    private static int[] sentences(FoldedText text, Tokens tokens) {
        var sentences = new int[tokens.count()];
        int sentence = 0;
        String folded = text.text();
        for (int i = 0; i < sentences.length; i++) {
            int behind = i == 0 ? 0 : tokens.end(i - 1);
            if (folded.substring(behind, tokens.start(i)).indexOf('\n') >= 0) sentence++;
            sentences[i] = sentence;
            if (".!?;\u0964".indexOf(folded.charAt(tokens.start(i))) >= 0) sentence++;
        }
        return sentences;
    }

    private static void addRule(Finding finding, FoldedText text, Tokens tokens, List<Sign> found) {
        var category = switch (finding.rule()) {
            case "US-CRISIS-001", "IN-CRISIS-001" -> Category.SELF_HARM;
            case "US-CRISIS-002", "IN-CRISIS-002" -> Category.EMERGENCY;
            case "US-AE-001", "IN-AE-001" -> Category.ADVERSE_EVENT;
            default -> tellsOfViolence(finding) ? Category.ABUSE : null;
        };
        if (category == null) return;
        int first = 0;
        while (first + 1 < tokens.count() && text.originalEnd(tokens.end(first)) <= finding.start()) first++;
        int last = first;
        while (last + 1 < tokens.count() && text.originalStart(tokens.start(last + 1)) < finding.end()) last++;
        found.add(new Sign(Effect.SAYS, category, 2, first, last));
    }

    private static boolean tellsOfViolence(Finding finding) {
        return finding.rule().equals("US-CRISIS-004") || finding.rule().equals("IN-CRISIS-003");
    }

    /** A figure of speech takes a sign away; what is only talked about, in a talk or of last year, loses its weight. */
    private static void weigh(
            Sign sign, List<Sign> all, int[] sentences, Map<Category, Double> weights, Map<Category, Sign> because) {
        var category = sign.category();
        if (category == null) return;
        double weight = sign.weight();
        if (category == Category.EMERGENCY || category == Category.SELF_HARM) {
            for (var other : all) {
                if (other.effect() == Effect.IS_A_FIGURE_OF_SPEECH && other.touches(sign)) return;
                if (other.effect() == Effect.IS_ONLY_TALKED_ABOUT
                        && sentences[other.first()] == sentences[sign.first()])
                    weight = Math.min(weight, other.weight());
            }
        }
        weights.merge(category, weight, Double::sum);
        because.merge(category, sign, (some, more) -> length(some) >= length(more) ? some : more);
    }

    private static int length(Sign sign) {
        return sign.last() - sign.first();
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

    private static boolean isAboutALife(Category category) {
        return category == Category.SELF_HARM || category == Category.EMERGENCY;
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

    private static @Nullable String quoted(@Nullable Sign sign, FoldedText text, Tokens tokens) {
        if (sign == null) return null;
        return text.original()
                .substring(text.originalStart(tokens.start(sign.first())), text.originalEnd(tokens.end(sign.last())));
    }

    private static Words why(Category category, @Nullable String because) {
        String name = category.name().toLowerCase(Locale.ROOT).replace('_', ' ');
        if (because == null && category != Category.OTHER) {
            return new Words(
                    "Reads like messages about a life in danger, though no single sign was found.",
                    "यह संदेश जान के खतरे वाले संदेशों जैसा है, हालाँकि कोई एक संकेत नहीं मिला।");
        }
        return because == null
                ? new Words("No words of another category were found.", "किसी और श्रेणी के शब्द नहीं मिले।")
                : new Words(
                        "Read as " + name + " because it says \"" + because + "\".",
                        "इसमें \"" + because + "\" लिखा है, इसलिए यह श्रेणी चुनी गई।");
    }
}
