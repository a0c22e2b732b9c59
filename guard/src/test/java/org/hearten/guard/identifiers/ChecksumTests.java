package org.hearten.guard.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ChecksumTests {
    @ParameterizedTest
    @ValueSource(strings = {"2363", "758722", "123451", "1428570", "84736430954837284567892"})
    void verhoeff_accepts_published_examples(String digits) {
        assertThat(Checksums.verhoeff(digits)).isTrue();
    }

    @Test
    void verhoeff_notices_every_single_wrong_digit_and_every_swap() {
        String right = "84736430954837284567892";
        for (int i = 0; i < right.length(); i++) {
            for (char wrong = '0'; wrong <= '9'; wrong++) {
                if (wrong != right.charAt(i)) {
                    assertThat(Checksums.verhoeff(right.substring(0, i) + wrong + right.substring(i + 1)))
                            .isFalse();
                }
            }
        }
        for (int i = 0; i + 1 < right.length(); i++) {
            String swapped = right.substring(0, i) + right.charAt(i + 1) + right.charAt(i) + right.substring(i + 2);
            if (!swapped.equals(right)) assertThat(Checksums.verhoeff(swapped)).isFalse();
        }
    }

    @Test
    void luhn_npi_and_iban_know_right_from_wrong() {
        assertThat(Checksums.luhn("79927398713")).isTrue();
        assertThat(Checksums.luhn("79927398710")).isFalse();
        assertThat(Checksums.npi("1234567893")).isTrue();
        assertThat(Checksums.npi("1234567890")).isFalse();
        assertThat(Checksums.npi("123456789")).isFalse();
        assertThat(Checksums.iban("GB82WEST12345698765432")).isTrue();
        assertThat(Checksums.iban("GB82WEST12345698765431")).isFalse();
        assertThat(Checksums.iban("GB82")).isFalse();
    }
}
