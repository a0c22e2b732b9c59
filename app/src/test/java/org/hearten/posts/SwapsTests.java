package org.hearten.posts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.hearten.channels.Network;
import org.hearten.checks.Found;
import org.hearten.facilities.FacilityId;
import org.hearten.guard.Finding;
import org.hearten.guard.Label;
import org.hearten.guard.Severity;
import org.hearten.guard.Words;
import org.hearten.tenancy.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class SwapsTests {
    private static final FacilityId BHOPAL = new FacilityId(new OrganisationId(new UUID(1, 1)), new UUID(1, 2));

    @Test
    void one_click_changes_every_place_the_words_stand() {
        var draft = draft("Ramesh walked", "Ramesh and Ramesh walked.", "For Bluesky: Ramesh");

        var swapped = Swaps.apply(
                draft,
                List.of(found(
                        "one of our walkers",
                        place("title", 0, 6),
                        place("text", 0, 6),
                        place("text", 11, 17),
                        place("BLUESKY", 13, 19))));

        assertThat(swapped.title()).isEqualTo("one of our walkers walked");
        assertThat(swapped.text()).isEqualTo("one of our walkers and one of our walkers walked.");
        assertThat(swapped.versions().getLast().text()).isEqualTo("For Bluesky: one of our walkers");
        assertThat(swapped.versions().getFirst().text()).isEqualTo(swapped.text());
    }

    @Test
    void words_taken_out_leave_no_double_space() {
        var swapped = Swaps.apply(draft("", "Call 98930 12345 now.", ""), List.of(found("", place("text", 5, 16))));

        assertThat(swapped.text()).isEqualTo("Call now.");
    }

    @Test
    void a_sentence_that_ended_with_the_words_still_ends() {
        var swapped = Swaps.apply(
                draft("", "He left on 2 November. Empty your pots.", ""),
                List.of(found("recently", place("text", 8, 22))));

        assertThat(swapped.text()).isEqualTo("He left recently. Empty your pots.");
    }

    @Test
    void where_the_guard_has_no_words_the_authors_stay() {
        var draft = draft("", "Ramesh walked.", "");

        assertThat(Swaps.apply(draft, List.of(found(null, place("text", 0, 6)))).text())
                .isEqualTo("Ramesh walked.");
    }

    @Test
    void marks_put_together_again_are_the_text() {
        var text = "Ramesh left Ward 3B.";

        var marked = Marked.cut(text, List.of(found("x", place("text", 0, 6), place("text", 12, 19))), "text");

        assertThat(marked).extracting(Marked::text).containsExactly("Ramesh", " left ", "Ward 3B", ".");
        assertThat(String.join("", marked.stream().map(Marked::text).toList())).isEqualTo(text);
    }

    private record Spot(String part, int start, int end) {}

    private static Spot place(String part, int start, int end) {
        return new Spot(part, start, end);
    }

    private static Found found(@Nullable String instead, Spot... spots) {
        var why = new Words("why", "क्यों");
        var finding = new Finding("id.name", Label.PERSON, Severity.BLOCK, 0, 1, 1, why, null, null);
        var places = Arrays.stream(spots)
                .map(spot -> new Found.Place(spot.part(), spot.start(), spot.end(), instead))
                .toList();
        return new Found("key", "Ramesh", finding, places, null);
    }

    private static Draft draft(String title, String text, String bluesky) {
        return new Draft(
                BHOPAL,
                title,
                text,
                Pillar.EDUCATION,
                "en",
                List.of(Version.same(Network.HUB), Version.own(Network.BLUESKY, bluesky)),
                List.of(),
                List.of());
    }
}
