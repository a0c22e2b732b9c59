package org.hearten.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearten.posts.Stage.*;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class StageTests {
    @Test
    void words_change_only_while_nothing_of_them_is_out() {
        assertThat(Arrays.stream(Stage.values()).filter(Stage::open))
                .containsExactly(DRAFT, IN_REVIEW, CHANGES_ASKED, APPROVED, NOT_SENT, CANCELLED);
    }

    @Test
    void a_change_of_words_undoes_every_decision() {
        assertThat(IN_REVIEW.edited()).isEqualTo(DRAFT);
        assertThat(APPROVED.edited()).isEqualTo(DRAFT);
        assertThat(NOT_SENT.edited()).isEqualTo(DRAFT);
        assertThat(CHANGES_ASKED.edited()).isEqualTo(CHANGES_ASKED);
        assertThat(APPROVED.wasDecidedOn()).isTrue();
        assertThat(DRAFT.wasDecidedOn()).isFalse();
    }

    @Test
    void what_stands_somewhere_is_taken_down_not_called_off() {
        assertThat(SENDING.canBeCancelled()).isTrue();
        assertThat(PUBLISHED.canBeCancelled()).isFalse();
    }
}
