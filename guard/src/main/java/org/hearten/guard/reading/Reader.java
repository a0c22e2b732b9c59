package org.hearten.guard.reading;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.hearten.guard.Readability;
import org.hearten.guard.Readability.HardWord;
import org.hearten.guard.Readability.Item;
import org.hearten.guard.Readability.Level;
import org.hearten.guard.Readability.Passive;
import org.hearten.guard.Words;
import org.hearten.guard.rules.Units;
import org.hearten.guard.text.Finder;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;
import org.hearten.guard.text.WordTable;

/** Reads a text as a tired reader would. */
public final class Reader {
    private static final int LONG_OPENING_WORDS = 25;
    private static final int LONG_SENTENCE_WORDS = 20;
    private static final Finder PASSIVE = Finder.exact(
            "\\b(?:is|are|was|were|be|been|being|gets?|got)\\b(?: (?:not|also|often|usually|always|never|being|been|\\w+ly))* (?:\\w{2,}(?:ed)|given|taken|done|seen|made|known|found|shown|told|kept|held|sent|written|chosen|born|felt|brought|put|cut|set|drawn|begun|broken|caught|led|left|lost|paid|read|said|sold|spread|worn|understood)\\b(?! to (?:the )?(?:use|be))");
    private static final Finder ACTION = Finder.exact(
            "(?m)(?:^|[.!?:\\n] ?)(?:please )?(?:call|ask|visit|talk|see|get|wash|drink|eat|take|bring|book|come|go|check|use|keep|join|learn|wear|stay|seek|dial|watch|avoid|stop|clean|empty|cover|rest|walk|sleep|register|text|write|find|know|remember|finish|give|tell|do|don't|never|always)\\b|karein|karayein|piyein|khayein|jayein|lein|करें|कराएं|पिएं|खाएं|जाएं|लें|रखें|बचें|धोएं|आएं");
    private static final Finder LISTED = Finder.exact("(?m)^ ?(?:[-*•✅👉]|\\d{1,2}[.)]) ?");
    private static final Finder NUMBERED = Finder.exact("\\d+(?:\\.\\d+)?%|\\b\\d+\\.\\d+\\b");
    private static final Finder TO_READER = Finder.exact("\\byour?\\b|\\baap|आप|करें|karein");
    private static final Set<String> NOT_PASSIVE = Set.of("need", "speed", "indeed", "bleed", "seed", "feed");

    private final Swaps english;
    private final Swaps hindi;

    public Reader() {
        english = list("hard_en.txt");
        hindi = list("hard_hi.txt");
    }

    /** @param language en or hi; anything else is read as English */
    public Readability read(FoldedText folded, Tokens tokens, String language) {
        boolean isHindi = language.startsWith("hi");
        int words = 0;
        int syllables = 0;
        int letters = 0;
        int polysyllables = 0;
        int conjuncts = 0;
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.isWord(i)) continue;
            String word = tokens.lower(i);
            if (Character.isDigit(word.charAt(0))) {
                words++;
                syllables++;
                letters += word.length();
                continue;
            }
            int here = isHindi ? aksharas(word) : Syllables.in(word);
            words++;
            syllables += here;
            letters += word.length();
            if (here >= 3) polysyllables++;
            conjuncts += isHindi ? conjuncts(word) : 0;
        }
        var units = Units.sentences(folded.text());
        int sentences = Math.max(1, countSentences(folded, units));
        var hard = hardWords(folded, tokens, isHindi ? hindi : english);
        var passives = isHindi ? List.<Passive>of() : passives(folded, units);
        if (words == 0) {
            return new Readability(language, 0, 0, 0, 0, 0, 0, 0, Level.EASY, List.of(), List.of(), List.of());
        }
        double perSentence = (double) words / sentences;
        double flesch = isHindi ? 0 : 0.39 * perSentence + 11.8 * syllables / words - 15.59;
        double smog = isHindi ? 0 : 1.0430 * Math.sqrt(polysyllables * 30.0 / sentences) + 3.1291;
        double coleman = isHindi ? 0 : 5.88 * letters / words - 29.6 * sentences / words - 15.8;
        // Long sentences, long words and joined letters each take a third.
        double hardness = isHindi
                ? Math.clamp(
                        33 * Math.min(1, perSentence / 25)
                                + 33 * Math.min(1, ((double) syllables / words - 1.5) / 2.5)
                                + 34 * Math.min(1, 4.0 * conjuncts / Math.max(1, syllables)),
                        0,
                        100)
                : 0;
        double grade = isHindi ? hardness / 6 : (Math.max(0, flesch) + smog) / 2;
        var level = grade <= 6.5 ? Level.EASY : grade <= 9.5 ? Level.FAIR : Level.HARD;
        return new Readability(
                isHindi ? "hi" : "en",
                sentences,
                words,
                syllables,
                round(flesch),
                round(smog),
                round(coleman),
                round(hardness),
                level,
                hard,
                passives,
                clearCommunication(folded, tokens, units, words, sentences, hard, passives));
    }

    private static int conjuncts(String word) {
        int count = 0;
        for (int i = 0; i < word.length(); i++) if (word.charAt(i) == 0x94D) count++;
        return count;
    }

    private static int countSentences(FoldedText text, Units units) {
        int sentences = 0;
        for (int i = 0; i < units.count(); i++) {
            boolean hasWord = false;
            for (int at = units.start(i); at < units.end(i); at++) {
                if (Tokens.isPartOfWord(text.text().charAt(at))) {
                    hasWord = true;
                    break;
                }
            }
            if (hasWord) sentences++;
        }
        return sentences;
    }

    // A Hindi syllable is a consonant cluster with its vowel: every letter that no virama joins to the next.
    private static int aksharas(String word) {
        int count = 0;
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            boolean letter = (c >= 0x904 && c <= 0x939) || (c >= 0x958 && c <= 0x961);
            boolean joined = i + 1 < word.length() && word.charAt(i + 1) == 0x94D;
            if (letter && !joined) count++;
            else if (c < 0x80 && Character.isLetter(c) && (i == 0 || word.charAt(i - 1) >= 0x80))
                count += Syllables.in(word);
        }
        return Math.max(1, count);
    }

    private static List<HardWord> hardWords(FoldedText text, Tokens tokens, Swaps plain) {
        var hard = new ArrayList<HardWord>();
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.isWord(i)) continue;
            if (!plain.mayBegin(tokens.hash(i))) continue;
            String swap = null;
            int last = i;
            for (int length = 3; length >= 1 && swap == null; length--) {
                if (i + length <= tokens.count()) {
                    swap = plain.words.get(text.lower().substring(tokens.start(i), tokens.end(i + length - 1)));
                    last = i + length - 1;
                }
            }
            if (swap != null) {
                int start = text.originalStart(tokens.start(i));
                int end = text.originalEnd(tokens.end(last));
                boolean capital = Character.isUpperCase(text.text().charAt(tokens.start(i)));
                String written = capital ? Character.toUpperCase(swap.charAt(0)) + swap.substring(1) : swap;
                hard.add(new HardWord(start, end, text.original().substring(start, end), written));
                i = last;
            }
        }
        return List.copyOf(hard);
    }

    private static List<Passive> passives(FoldedText text, Units units) {
        var passives = new ArrayList<Passive>();
        for (int i = 0; i < units.count(); i++) {
            int before = passives.size();
            PASSIVE.each(text.lowerSpots(), units.start(i), units.end(i), matcher -> {
                String last = matcher.group().substring(matcher.group().lastIndexOf(' ') + 1);
                if (passives.size() == before && !NOT_PASSIVE.contains(last)) {
                    passives.add(new Passive(text.originalStart(matcher.start()), text.originalEnd(matcher.end())));
                }
            });
        }
        return List.copyOf(passives);
    }

    private static List<Item> clearCommunication(
            FoldedText text,
            Tokens tokens,
            Units units,
            int words,
            int sentences,
            List<HardWord> hard,
            List<Passive> passives) {
        String lower = text.lower();
        int opening = units.count() == 0 ? 0 : tokens.at(units.end(0));
        boolean list = words < 100 || count(LISTED, text) > 1;
        boolean numbered = count(NUMBERED, text) > 3;
        boolean toReader = TO_READER.finds(text.lowerSpots(), 0, lower.length());
        return List.of(
                new Item(
                        "main_message_first",
                        opening <= LONG_OPENING_WORDS,
                        new Words(
                                "The first sentence is short and says what matters.",
                                "पहला वाक्य छोटा है और मुख्य बात कहता है।")),
                new Item(
                        "call_to_action",
                        ACTION.finds(text.lowerSpots(), 0, lower.length()),
                        new Words("It tells the reader what to do.", "यह पाठक को बताता है कि क्या करना है।")),
                new Item(
                        "speaks_to_the_reader",
                        toReader,
                        new Words("It speaks to the reader.", "यह पाठक से सीधे बात करता है।")),
                new Item(
                        "active_voice",
                        passives.size() * 5 <= sentences,
                        new Words("Sentences say who acts.", "वाक्य बताते हैं कि कौन करता है।")),
                new Item(
                        "everyday_words",
                        hard.size() * 50 <= words,
                        new Words("It uses everyday words.", "रोज़मर्रा के शब्द हैं।")),
                new Item(
                        "short_sentences",
                        words <= sentences * LONG_SENTENCE_WORDS,
                        new Words("Sentences are short.", "वाक्य छोटे हैं।")),
                new Item(
                        "lists_for_long_texts",
                        list,
                        new Words("A long text is broken into a list.", "लंबा पाठ सूची में बँटा है।")),
                new Item(
                        "few_numbers",
                        !numbered,
                        new Words(
                                "It does not ask the reader to compare many figures.",
                                "पाठक को बहुत से आँकड़े नहीं मिलाने पड़ते।")));
    }

    private static int count(Finder pattern, FoldedText text) {
        int[] count = {0};
        pattern.each(text.lowerSpots(), 0, text.length(), hit -> count[0]++);
        return count[0];
    }

    private static double round(double value) {
        return Math.round(value * 10) / 10.0;
    }

    /** Hard words with their plain ones, and the words that a hard one can begin with. */
    private record Swaps(Map<String, String> words, WordTable first) {
        boolean mayBegin(int hash) {
            return first.of(hash) != 0;
        }
    }

    private static Swaps list(String name) {
        try (var in = Reader.class.getResourceAsStream(name)) {
            var words = new HashMap<String, String>();
            new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && line.contains("="))
                    .forEach(line -> {
                        String[] parts = line.split("=", 2);
                        words.put(FoldedText.of(parts[0].strip()).lower(), parts[1].strip());
                    });
            var first = new WordTable();
            words.keySet().forEach(word -> first.add(Tokens.first(word), 1));
            return new Swaps(words, first);
        } catch (IOException broken) {
            throw new UncheckedIOException("The list of hard words cannot be read", broken);
        }
    }
}
