package org.hearten.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.UUID;
import org.hearten.channels.Network;
import org.hearten.posts.Pillar;
import org.hearten.posts.Stage;
import org.junit.jupiter.api.Test;

class LookingTests {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 24);

    @Test
    void an_address_leads_back_to_what_was_looked_at() {
        var facility = UUID.randomUUID();
        var looking = Looking.read(TODAY, null, null, "2026-11-12", facility, "PREVENTION", "APPROVED", "BLUESKY");

        assertThat(looking.week()).isTrue();
        assertThat(looking.first()).isEqualTo("2026-11-09");
        assertThat(looking.last()).isEqualTo("2026-11-15");
        assertThat(looking.address())
                .isEqualTo("/calendar?week=2026-11-09&facility=" + facility
                        + "&pillar=PREVENTION&stage=APPROVED&network=BLUESKY");
        assertThat(looking.pillar()).isEqualTo(Pillar.PREVENTION);
        assertThat(looking.stage()).isEqualTo(Stage.APPROVED);
        assertThat(looking.network()).isEqualTo(Network.BLUESKY);
    }

    @Test
    void a_month_is_shown_in_whole_weeks_and_a_list_day_by_day() {
        var month = Looking.read(TODAY, null, "2026-11", null, null, null, null, null);

        assertThat(month.first()).isEqualTo("2026-10-26");
        assertThat(month.last()).isEqualTo("2026-12-06");
        assertThat(month.as(Looking.View.LIST).first()).isEqualTo("2026-11-01");
        assertThat(month.as(Looking.View.LIST).address()).isEqualTo("/calendar?month=2026-11&view=list");
    }

    @Test
    void a_bent_address_shows_this_month() {
        var looking = Looking.read(TODAY, "cinema", "2026-99", "yesterday", null, "LOVE", "", "MYSPACE");

        assertThat(looking.month()).hasToString("2026-11");
        assertThat(looking.filtered()).isFalse();
    }
}
