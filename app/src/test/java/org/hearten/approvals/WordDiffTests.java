package org.hearten.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearten.approvals.WordDiff.Kind.GONE;
import static org.hearten.approvals.WordDiff.Kind.NEW;

import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WordDiffTests {
    @Test
    void a_changed_phrase_is_struck_as_one() {
        assertThat(WordDiff.between("It is a heart attack.", "It can be a heart attack."))
                .extracting(WordDiff.Piece::kind, WordDiff.Piece::text)
                .contains(org.assertj.core.api.Assertions.tuple(GONE, "is "))
                .contains(org.assertj.core.api.Assertions.tuple(NEW, "can be "));
    }

    /** Each number is the seed of two texts, so a pair that fails can be made again. */
    static IntStream pairs() {
        return IntStream.range(0, 1_000);
    }

    @ParameterizedTest
    @MethodSource("pairs")
    void both_texts_can_be_read_out_of_it(int number) {
        var chance = new Random(number);
        var before = words(chance);
        var after = words(chance);

        var pieces = WordDiff.between(before, after);

        assertThat(pieces.stream()
                        .filter(piece -> piece.kind() != NEW)
                        .map(WordDiff.Piece::text)
                        .collect(Collectors.joining()))
                .isEqualTo(before);
        assertThat(pieces.stream()
                        .filter(piece -> piece.kind() != GONE)
                        .map(WordDiff.Piece::text)
                        .collect(Collectors.joining()))
                .isEqualTo(after);
    }

    private static String words(Random chance) {
        return chance.ints(chance.nextInt(41), 0, 3)
                .mapToObj(at -> "ab ".substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
