package org.hearten.guard.triage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hearten.guard.Triage.Category;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;
import org.jspecify.annotations.Nullable;

/**
 * What a message is about, read from signs: single phrases, and kinds of words that stand near one another, such as
 * something of the breath and something that fails. Words are compared as they sound, so that saans, sans and saaans
 * are one, and long words of danger also with one letter wrong.
 */
final class Signs {
    private static final int LONG_ENOUGH_FOR_A_SLIP = 6;

    private final Map<String, List<Entry>> byFirstWord = new HashMap<>();
    private final Map<String, List<Entry>> byBeginning = new HashMap<>();
    private final Map<String, List<Entry>> byMissingLetter = new HashMap<>();
    private final Map<String, Integer> kinds = new HashMap<>();
    private final List<Together> together = new ArrayList<>();
    private final Set<String> neverASlip = new HashSet<>();
    private int shortestBeginning = Integer.MAX_VALUE;

    /** A word or phrase. It says something by itself, or is one of a kind that other kinds complete. */
    private record Entry(
            String[] words,
            boolean open,
            int kind,
            @Nullable Category category,
            double weight) {}

    /** Kinds of words that together, within so many words and in one sentence, say something. */
    private record Together(
            Effect effect,
            @Nullable Category category,
            double weight,
            int[] kinds,
            int[] without,
            int within,
            boolean inOrder) {}

    /** What signs do: they say a category, or they show that other signs are not meant. */
    enum Effect {
        SAYS,
        IS_A_FIGURE_OF_SPEECH,
        IS_ONLY_TALKED_ABOUT
    }

    /** A sign in a message, from one word to another, both in it. */
    record Sign(Effect effect, @Nullable Category category, double weight, int first, int last) {
        boolean touches(Sign other) {
            return first <= other.last && other.first <= last;
        }
    }

    Signs() {
        for (var file : List.of("phrases.txt", "signs.txt")) {
            var lines = lines(file);
            lines.forEach(this::readKind);
            lines.forEach(this::readSign);
        }
        for (var entries : List.copyOf(byFirstWord.values())) entries.forEach(this::rememberSlips);
        for (var entries : List.copyOf(byBeginning.values())) entries.forEach(this::rememberSlips);
    }

    /** Every sign in the words of a message; {@code sentences} says for every word which sentence it is in. */
    List<Sign> in(Tokens tokens, int[] sentences) {
        int count = tokens.count();
        var heard = new String[count];
        for (int i = 0; i < count; i++) heard[i] = asHeard(tokens.lower(i));
        var found = new ArrayList<Sign>();
        var places = new Places(count, kinds.size());
        for (int i = 0; i < count; i++) {
            boolean known = take(byFirstWord.get(heard[i]), heard, i, sentences, found, places);
            for (int end = shortestBeginning; end <= heard[i].length(); end++) {
                known |= take(byBeginning.get(heard[i].substring(0, end)), heard, i, sentences, found, places);
            }
            if (!known) takeSlip(heard, i, sentences, found, places);
        }
        for (var rule : together) places.addTo(found, rule, sentences);
        return found;
    }

    private static boolean take(
            @Nullable List<Entry> entries, String[] heard, int at, int[] sentences, List<Sign> found, Places places) {
        boolean any = false;
        if (entries == null) return false;
        for (var entry : entries) {
            int last = at + entry.words.length - 1;
            if (last < heard.length && sentences[last] == sentences[at] && fits(entry, heard, at)) {
                any = true;
                if (entry.kind >= 0) places.put(entry.kind, at, last);
                else found.add(new Sign(Effect.SAYS, entry.category, entry.weight, at, last));
            }
        }
        return any;
    }

    private static boolean fits(Entry entry, String[] heard, int at) {
        for (int i = 1; i < entry.words.length; i++) {
            boolean open = entry.open && i == entry.words.length - 1;
            String word = heard[at + i];
            if (open ? !word.startsWith(entry.words[i]) : !word.equals(entry.words[i])) return false;
        }
        return true;
    }

    private void takeSlip(String[] heard, int at, int[] sentences, List<Sign> found, Places places) {
        String word = heard[at];
        if (word.length() < LONG_ENOUGH_FOR_A_SLIP - 1 || word.charAt(0) > 'z' || neverASlip.contains(word)) return;
        var tried = new HashSet<Entry>();
        var hits = new ArrayList<Entry>();
        for (var shape : withoutALetter(word)) {
            for (var entry : byMissingLetter.getOrDefault(shape, List.of())) if (tried.add(entry)) hits.add(entry);
        }
        take(hits, heard, at, sentences, found, places);
    }

    private void rememberSlips(Entry entry) {
        boolean ofLife =
                entry.kind >= 0 || entry.category == Category.EMERGENCY || entry.category == Category.SELF_HARM;
        String word = entry.words[0];
        if (ofLife && entry.words.length == 1 && word.length() >= LONG_ENOUGH_FOR_A_SLIP && word.charAt(0) <= 'z') {
            for (var shape : withoutALetter(word)) {
                byMissingLetter.computeIfAbsent(shape, key -> new ArrayList<>()).add(entry);
            }
        }
    }

    // The word itself, and the word without each of its letters but the first.
    private static List<String> withoutALetter(String word) {
        var shapes = new ArrayList<String>(word.length());
        shapes.add(word);
        for (int i = 1; i < word.length(); i++) shapes.add(word.substring(0, i) + word.substring(i + 1));
        return shapes;
    }

    /** Where words of each kind stand in one message. */
    private static final class Places {
        private final int[][] firsts;
        private final int[][] lasts;
        private final int[] counts;
        private final int most;

        Places(int words, int kinds) {
            firsts = new int[kinds][];
            lasts = new int[kinds][];
            counts = new int[kinds];
            most = Math.max(1, words);
        }

        void put(int kind, int first, int last) {
            if (firsts[kind] == null) {
                firsts[kind] = new int[4];
                lasts[kind] = new int[4];
            } else if (counts[kind] == firsts[kind].length) {
                firsts[kind] = Arrays.copyOf(firsts[kind], Math.min(most * 4, counts[kind] * 2));
                lasts[kind] = Arrays.copyOf(lasts[kind], firsts[kind].length);
            }
            firsts[kind][counts[kind]] = first;
            lasts[kind][counts[kind]++] = last;
        }

        void addTo(List<Sign> found, Together rule, int[] sentences) {
            for (int kind : rule.kinds) if (counts[kind] == 0) return;
            if (rule.effect == Effect.IS_A_FIGURE_OF_SPEECH) addEveryPair(found, rule, sentences);
            else addOneInASentence(found, rule, sentences);
        }

        private void addEveryPair(List<Sign> found, Together rule, int[] sentences) {
            int one = rule.kinds[0];
            int other = rule.kinds[1];
            for (int i = 0; i < counts[one]; i++) {
                for (int k = 0; k < counts[other]; k++) {
                    int first = Math.min(firsts[one][i], firsts[other][k]);
                    int last = Math.max(lasts[one][i], lasts[other][k]);
                    boolean apart = firsts[one][i] > lasts[other][k] || firsts[other][k] > lasts[one][i];
                    boolean together = sentences[first] == sentences[last] && last - first <= rule.within && apart;
                    if (together && without(rule, sentences[first], sentences))
                        found.add(new Sign(rule.effect, null, rule.weight, first, last));
                }
            }
        }

        private void addOneInASentence(List<Sign> found, Together rule, int[] sentences) {
            int lead = rule.kinds[0];
            int spokenFor = -1;
            var used = new int[rule.kinds.length * 2];
            for (int i = 0; i < counts[lead]; i++) {
                int sentence = sentences[firsts[lead][i]];
                if (sentence == spokenFor) continue;
                used[0] = firsts[lead][i];
                used[1] = lasts[lead][i];
                if (complete(rule, 1, used, sentences) && without(rule, sentence, sentences)) {
                    found.add(new Sign(
                            rule.effect, rule.category, rule.weight, min(used, used.length), max(used, used.length)));
                    spokenFor = sentence;
                }
            }
        }

        /** Finds a place for the next kind and those behind it, beside the places that the kinds before it have. */
        private boolean complete(Together rule, int next, int[] used, int[] sentences) {
            if (next == rule.kinds.length) return true;
            int kind = rule.kinds[next];
            int from = min(used, next * 2);
            int to = max(used, next * 2);
            for (int i = 0; i < counts[kind]; i++) {
                int first = firsts[kind][i];
                int last = lasts[kind][i];
                boolean near = Math.max(last, to) - Math.min(first, from) <= rule.within;
                boolean follows = !rule.inOrder || first > to;
                if (near && follows && sentences[first] == sentences[from] && isFree(first, last, used, next * 2)) {
                    used[next * 2] = first;
                    used[next * 2 + 1] = last;
                    if (complete(rule, next + 1, used, sentences)) return true;
                }
            }
            return false;
        }

        private static boolean isFree(int first, int last, int[] used, int count) {
            for (int i = 0; i < count; i += 2) if (first <= used[i + 1] && last >= used[i]) return false;
            return true;
        }

        private static int min(int[] places, int count) {
            int least = places[0];
            for (int i = 1; i < count; i++) least = Math.min(least, places[i]);
            return least;
        }

        private static int max(int[] places, int count) {
            int most = places[0];
            for (int i = 1; i < count; i++) most = Math.max(most, places[i]);
            return most;
        }

        private boolean without(Together rule, int sentence, int[] sentences) {
            for (int kind : rule.without) {
                for (int i = 0; i < counts[kind]; i++) if (sentences[firsts[kind][i]] == sentence) return false;
            }
            return true;
        }
    }

    /** A word as it sounds: no doubled letters, one letter for each sound that is written in several ways. */
    static String asHeard(String lower) {
        var heard = new StringBuilder(lower.length());
        for (int i = 0; i < lower.length(); i++) {
            char c = lower.charAt(i);
            char next = i + 1 < lower.length() ? lower.charAt(i + 1) : 0;
            char sound = switch (c) {
                case 'w' -> 'v';
                case 'z' -> 'j';
                case 'e' -> next == 'e' ? 'i' : 'e';
                case 'o' -> next == 'o' ? 'u' : 'o';
                case 'p' -> next == 'h' ? 'f' : 'p';
                case '\u0940' -> '\u093F';
                case '\u0942' -> '\u0941';
                case '\'' -> 0;
                case '\u0902' -> next == 0 ? 0 : c;
                default -> c;
            };
            boolean pair = c == 'e' && next == 'e' || c == 'o' && next == 'o' || c == 'p' && next == 'h';
            if (pair) i++;
            if (c == 'h' && next == 'h') continue;
            if (sound != 0
                    && (heard.isEmpty() || heard.charAt(heard.length() - 1) != sound || Character.isDigit(sound)))
                heard.append(sound);
        }
        return heard.toString();
    }

    /* Three kinds of lines:
     * CATEGORY | weight | phrase, phrase*        a star lets the last word go on
     * kind = word, word*                         names a kind of words
     * CATEGORY | weight | kind + kind / 6 - not  these kinds within six words, in any order (kind > kind: in this order),
     *                                            in a sentence without words of another kind; FIGURE or FRAME in place of
     *                                            a category shows what is not meant
     */
    private void readKind(String line) {
        int named = line.indexOf(" = ");
        if (line.startsWith("#") || named < 0) return;
        String kind = line.substring(0, named).strip();
        String phrases = line.substring(named + 3);
        if (kind.equals("ordinary")) {
            for (var word : phrases.split(",")) neverASlip.add(asHeard(word.strip()));
        } else {
            int number = kinds.computeIfAbsent(kind, key -> kinds.size());
            addAll(phrases, number, null, 0);
        }
    }

    private void readSign(String line) {
        if (line.isBlank() || line.startsWith("#") || line.contains(" = ")) return;
        String[] parts = line.split("[|]", 3);
        String says = parts[0].strip();
        double weight = Double.parseDouble(parts[1].strip());
        if (parts[2].contains(" / ")) addTogether(says, weight, parts[2]);
        else addAll(parts[2], -1, Category.valueOf(says), weight);
    }

    private void addAll(String phrases, int kind, @Nullable Category category, double weight) {
        var text = FoldedText.of(phrases);
        var tokens = Tokens.of(text);
        var words = new ArrayList<String>();
        boolean open = false;
        for (int i = 0; i <= tokens.count(); i++) {
            char mark = i == tokens.count() ? ',' : text.lower().charAt(tokens.start(i));
            if (mark == ',') {
                if (!words.isEmpty()) add(new Entry(words.toArray(String[]::new), open, kind, category, weight));
                words.clear();
                open = false;
            } else if (mark == '*') {
                open = true;
            } else {
                words.add(asHeard(tokens.lower(i)));
            }
        }
    }

    private void add(Entry entry) {
        String first = entry.words[0];
        if (entry.open && entry.words.length == 1) {
            byBeginning.computeIfAbsent(first, key -> new ArrayList<>()).add(entry);
            shortestBeginning = Math.min(shortestBeginning, first.length());
        } else {
            byFirstWord.computeIfAbsent(first, key -> new ArrayList<>()).add(entry);
        }
    }

    private void addTogether(String says, double weight, String written) {
        String[] halves = written.strip().split(" / ", 2);
        String[] limits = halves[1].split(" - ");
        boolean inOrder = halves[0].contains(" > ");
        int[] parts = numbers(halves[0].split(inOrder ? " > " : " [+] "));
        int[] without = numbers(Arrays.copyOfRange(limits, 1, limits.length));
        var effect = switch (says) {
            case "FIGURE" -> Effect.IS_A_FIGURE_OF_SPEECH;
            case "FRAME" -> Effect.IS_ONLY_TALKED_ABOUT;
            default -> Effect.SAYS;
        };
        var category = effect == Effect.SAYS ? Category.valueOf(says) : null;
        together.add(
                new Together(effect, category, weight, parts, without, Integer.parseInt(limits[0].strip()), inOrder));
    }

    private int[] numbers(String[] names) {
        return Arrays.stream(names)
                .map(String::strip)
                .mapToInt(name -> Objects.requireNonNull(kinds.get(name), name))
                .toArray();
    }

    private static List<String> lines(String file) {
        try (var in = Signs.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        } catch (IOException broken) {
            throw new UncheckedIOException("The signs of the triage cannot be read", broken);
        }
    }
}
