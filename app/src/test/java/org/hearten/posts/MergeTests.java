package org.hearten.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MergeTests {
    private static final String BASE = "Cover your water. Empty the cooler. Call us.";

    @Test
    void changes_in_different_places_are_both_taken() {
        var merge = Merge.of(
                BASE,
                "Cover your water tank. Empty the cooler. Call us.",
                "Cover your water. Empty the cooler. Call 104.");

        assertThat(merge.text()).isEqualTo("Cover your water tank. Empty the cooler. Call 104.");
        assertThat(merge.clashes()).isFalse();
        assertThat(merge.stretches()).extracting(Merge.Stretch::whose).contains(Merge.Whose.MINE, Merge.Whose.THEIRS);
    }

    @Test
    void where_both_changed_the_same_words_mine_stand_and_theirs_are_shown() {
        var merge = Merge.of(
                BASE, "Cover your water. Empty every pot. Call us.", "Cover your water. Empty the tank. Call us.");

        assertThat(merge.clashes()).isTrue();
        assertThat(merge.text()).isEqualTo("Cover your water. Empty every pot. Call us.");
        assertThat(merge.stretches())
                .filteredOn(stretch -> stretch.whose() == Merge.Whose.BOTH)
                .singleElement()
                .satisfies(stretch -> assertThat(stretch.theirs()).contains("tank"));
    }

    @Test
    void the_same_change_by_both_is_no_clash() {
        var merge = Merge.of(BASE, BASE + " Thank you.", BASE + " Thank you.");

        assertThat(merge.clashes()).isFalse();
        assertThat(merge.text()).isEqualTo(BASE + " Thank you.");
    }

    @Test
    void what_only_one_changed_is_what_comes_out() {
        var random = new Random(20_261_124);
        for (int round = 0; round < 300; round++) {
            var base = words(random);
            var changed = words(random);
            assertThat(Merge.of(base, changed, base).text()).isEqualTo(changed);
            assertThat(Merge.of(base, base, changed).text()).isEqualTo(changed);
            assertThat(Merge.of(base, changed, changed).text()).isEqualTo(changed);
        }
    }

    private static String words(Random random) {
        return random.ints(random.nextInt(14), 0, 9)
                .mapToObj(each -> List.of("water", "cooler", "पानी", "🦟", ",", ".", " ", "\n", "  ")
                        .get(each))
                .collect(Collectors.joining(random.nextBoolean() ? " " : ""));
    }
}
