package org.hearten.guard.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import org.hearten.guard.Context;
import org.hearten.guard.Jurisdiction;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** In each text [ ] marks the part that was recognised, and the second column is the whole address. */
class AddressBlocksTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "I live at 12 Mill [Road]; 12 Mill Road",
                "I live at 12, Mill [Road]; 12, Mill Road",
                "we stay at Mill [Road]; Mill Road",
                "the old [Road]; Road",
                "5 the old [Road]; Road",
                "12 St. Xavier [Road]; 12 St. Xavier Road",
                "at home. Mill [Road]; Mill Road",
                "Asha, 14 Mill [Road]; 14 Mill Road",
                "7 Alpha Beta Gamma Delta Epsilon Zeta Eta [Road]; 7 Alpha Beta Gamma Delta Epsilon Zeta Eta Road",
                "7 Alpha Beta Gamma Delta Epsilon Zeta Eta Theta [Road]; Theta Road",
                "12345678 Mill [Road]; Mill Road",
                "1234567 Mill [Road]; 1234567 Mill Road",
                "14 - Mill [Road]; 14 - Mill Road",
                "14 ! Mill [Road]; Mill Road",
                "एमजी [रोड]; एमजी रोड",
            })
    void begins_at_the_number_of_its_street_or_its_first_name(String marked, String whole) {
        int start = marked.indexOf('[');
        String text = marked.replace("[", "").replace("]", "");

        assertThat(text.substring(blocks(text).begin(start))).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "[12 Mill Road], Springfield 62701 today; 12 Mill Road, Springfield 62701",
                "[12 Mill Road], Springfield, IL 62701 today; 12 Mill Road, Springfield, IL 62701",
                "[12 Mill Road] Springfield. Please call; 12 Mill Road Springfield",
                "[12 Mill Road] please call; 12 Mill Road",
                "[12 Mill Road] Please call; 12 Mill Road",
                "[12 Mill Road], Please call; 12 Mill Road",
                "[12 Mill Road], New Zealand 8471; 12 Mill Road, New Zealand 8471",
                "[12 Mill Road] 123456 x; 12 Mill Road 123456",
                "[12 Mill Road] 1234567 x; 12 Mill Road",
                "[12 Mill Road], delmas, mp 35739 ok; 12 Mill Road, delmas, mp 35739",
                "[12 Mill Road], delmas, mp 357 ok; 12 Mill Road",
                "[12 Mill Road], xyzzy 357 ok; 12 Mill Road, xyzzy 357",
                "[12 Mill Road], the 35739; 12 Mill Road",
                "[12 Mill Road] ! Springfield; 12 Mill Road",
                "[12 Mill Road]\\nSpringfield\\nIllinois; 12 Mill Road\\nSpringfield\\nIllinois",
                "[12 Mill Road]\\n\\nSpringfield; 12 Mill Road",
                "[12 Mill Road]\\nPhone: Springfield; 12 Mill Road",
                "[12 Mill Road]\\nAsha@home Springfield; 12 Mill Road",
                "[12 Mill Road]\\nAlpha\\nBeta\\nGamma\\nDelta\\nIota; 12 Mill Road\\nAlpha\\nBeta\\nGamma\\nDelta",
                "[12 Mill Road], SPRINGFIELD TODAY; 12 Mill Road, SPRINGFIELD TODAY",
                "[12 Mill Road]; 12 Mill Road",
            })
    void ends_where_a_sentence_a_label_or_an_ordinary_word_begins(String written, String whole) {
        String marked = written.replace("\\n", "\n");
        int start = marked.indexOf('[');
        int end = marked.indexOf(']') - 1;
        String text = marked.replace("[", "").replace("]", "");

        assertThat(text.substring(start, blocks(text).end(end))).isEqualTo(whole.replace("\\n", "\n"));
    }

    @Test
    void an_address_does_not_run_on_for_ever() {
        String text = "12 Mill Road" + " Xanadu".repeat(30);

        assertThat(blocks(text).end(12)).isEqualTo(12 + 14 * " Xanadu".length());
    }

    private static AddressBlocks blocks(String text) {
        var folded = FoldedText.of(text);
        return new AddressBlocks(
                new Search(folded, Tokens.of(folded), Context.of(Jurisdiction.IN, "post", LocalDate.of(2026, 11, 24))));
    }
}
