package org.hearten.guard.rules;

import static org.assertj.core.api.Assertions.assertThat;

import org.hearten.guard.Words;
import org.junit.jupiter.api.Test;

class SaidInsteadTests {
    private static final Words REST = new Words(
            "Say what helps: \"Rest, drink fluids, and see a doctor.\"",
            "जो मदद करे: \"आराम करें, तरल पिएँ, डॉक्टर से मिलें।\"");

    @Test
    void a_whole_sentence_is_swapped_for_the_quoted_one_with_one_full_stop() {
        var text = "Empty the pots. Papaya leaf juice cures dengue. Come early.";
        var instead = SaidInstead.of(REST, text, 16, 46);
        assertThat(instead)
                .isEqualTo(new Words("Rest, drink fluids, and see a doctor", "आराम करें, तरल पिएँ, डॉक्टर से मिलें"));
    }

    @Test
    void half_a_sentence_only_gets_advice() {
        assertThat(SaidInstead.of(REST, "Walking every day cures diabetes in a month.", 18, 32))
                .isNull();
    }

    @Test
    void a_suggestion_that_quotes_nothing_or_leaves_gaps_offers_nothing() {
        assertThat(SaidInstead.of(new Words("Delete.", "हटा दें।"), "It cures dengue.", 0, 15))
                .isNull();
        assertThat(SaidInstead.of(
                        new Words("Say \"Call [number] for help today.\"", "कहें \"मदद के लिए [नंबर] पर फ़ोन करें।\""),
                        "It cures dengue.",
                        0,
                        15))
                .isNull();
    }
}
