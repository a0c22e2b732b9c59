package org.hearten.guard;

import java.util.List;

/**
 * How hard a text is to read.
 *
 * @param language en or hi, as it was measured
 * @param gradeFleschKincaid US school grade; 0 for Hindi
 * @param gradeSmog US school grade; 0 for Hindi
 * @param gradeColemanLiau US school grade; 0 for Hindi
 * @param hindi 0 (easy) to 100 (hard), from sentence length, word length and conjuncts; 0 for English
 * @param level a plain verdict for either language
 * @param clearCommunication the items of the CDC Clear Communication Index that a machine can judge
 */
public record Readability(
        String language,
        int sentences,
        int words,
        int syllables,
        double gradeFleschKincaid,
        double gradeSmog,
        double gradeColemanLiau,
        double hindi,
        Level level,
        List<HardWord> hardWords,
        List<Passive> passives,
        List<Item> clearCommunication) {

    /** EASY is grade 6 or below, FAIR up to 9, HARD above. */
    public enum Level {
        EASY,
        FAIR,
        HARD
    }

    /** A word many readers do not know, and plain words to swap it for. Offsets are UTF-16 units. */
    public record HardWord(int start, int end, String word, String plain) {}

    /** A sentence that hides who acts. */
    public record Passive(int start, int end) {}

    /** One judged item of the index. */
    public record Item(String name, boolean met, Words words) {}
}
