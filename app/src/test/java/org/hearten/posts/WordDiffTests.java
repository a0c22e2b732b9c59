package org.hearten.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearten.posts.WordDiff.Kind.GONE;
import static org.hearten.posts.WordDiff.Kind.NEW;

import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class WordDiffTests {
    @Test
    void a_changed_phrase_is_struck_as_one() {
        assertThat(WordDiff.between("It is a heart attack.", "It can be a heart attack."))
                .extracting(WordDiff.Piece::kind, WordDiff.Piece::text)
                .contains(org.assertj.core.api.Assertions.tuple(GONE, "is "))
                .contains(org.assertj.core.api.Assertions.tuple(NEW, "can be "));
    }

    @Property
    void both_texts_can_be_read_out_of_it(
            @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') String a,
            @ForAll @StringLength(max = 40) @CharRange(from = 'a', to = 'c') String b) {
        var before = a.replace('c', ' ');
        var after = b.replace('c', ' ');

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
}
