package org.hearten.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearten.posts.WordDiff.Kind.GONE;
import static org.hearten.posts.WordDiff.Kind.NEW;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordDiffTests {
    @Test
    void a_changed_phrase_is_struck_as_one() {
        assertThat(WordDiff.between("It is a heart attack.", "It can be a heart attack."))
                .extracting(WordDiff.Piece::kind, WordDiff.Piece::text)
                .contains(org.assertj.core.api.Assertions.tuple(GONE, "is "))
                .contains(org.assertj.core.api.Assertions.tuple(NEW, "can be "));
    }

    @Test
    void both_texts_can_be_read_out_of_it() {
        for (var seed = 0; seed < 1_000; seed++) {
            var chance = new Random(seed);
            var before = words(chance);
            var after = words(chance);

            var pieces = WordDiff.between(before, after);

            assertThat(read(pieces, NEW)).as("seed %d", seed).isEqualTo(before);
            assertThat(read(pieces, GONE)).as("seed %d", seed).isEqualTo(after);
        }
    }

    private static String read(List<WordDiff.Piece> pieces, WordDiff.Kind without) {
        return pieces.stream()
                .filter(piece -> piece.kind() != without)
                .map(WordDiff.Piece::text)
                .collect(Collectors.joining());
    }

    private static String words(Random chance) {
        return chance.ints(chance.nextInt(41), 0, 3)
                .mapToObj(at -> "ab ".substring(at, at + 1))
                .collect(Collectors.joining());
    }
}
