package org.hearten.channels;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextRulesTests {
    @ParameterizedTest
    @CsvSource({"'', 0", "flu, 3", "नमस्ते, 3", "क्षय, 2", "👩‍👩‍👧‍👦, 1", "🇮🇳, 1", "👍🏽!, 2", "e\u0301, 1"})
    void letters_are_counted_as_a_reader_counts_them(String text, int letters) {
        assertThat(TextRules.graphemes(text)).isEqualTo(letters);
    }

    @Test
    void both_limits_hold() {
        var rules = new TextRules(3, 20, 1, 100);

        assertThat(rules.holds("flu")).isTrue();
        assertThat(rules.holds("jabs")).isFalse();
        assertThat(rules.holds("👩‍👩‍👧‍👦")).as("one letter, 25 bytes").isFalse();
    }
}
