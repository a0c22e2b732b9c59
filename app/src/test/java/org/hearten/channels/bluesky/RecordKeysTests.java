package org.hearten.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashSet;
import java.util.stream.IntStream;
import org.hearten.channels.SendKey;
import org.junit.jupiter.api.Test;

class RecordKeysTests {
    private static final Instant NOON = Instant.parse("2026-11-24T06:30:00Z");

    private final RecordKeys keys = new RecordKeys();

    @Test
    void a_key_has_the_protocols_form() {
        assertThat(keys.mint(NOON).value()).matches("[234567abcdefghij][234567abcdefghijklmnopqrstuvwxyz]{12}");
    }

    @Test
    void a_key_says_the_moment_it_was_minted() {
        // "3jzfcijpj2z2a" is the specification's own example; its first eleven letters are microseconds
        assertThat(keys.mint(Instant.EPOCH.plusSeconds(1_688_137_381).plusNanos(887_007_000))
                        .value())
                .startsWith("3jzfcijpj2z");
    }

    @Test
    void later_keys_sort_after_earlier_ones() {
        var early = keys.mint(NOON).value();
        var late = keys.mint(NOON.plusMillis(1)).value();

        assertThat(late).isGreaterThan(early);
    }

    @Test
    void the_same_instant_and_a_clock_set_back_still_give_growing_keys() {
        var first = keys.mint(NOON).value();
        var second = keys.mint(NOON).value();
        var third = keys.mint(NOON.minusSeconds(3600)).value();

        assertThat(second).isGreaterThan(first);
        assertThat(third).isGreaterThan(second);
    }

    @Test
    void many_threads_never_mint_the_same_key() {
        var minted = IntStream.range(0, 20_000)
                .parallel()
                .mapToObj(_ -> keys.mint(NOON))
                .map(SendKey::value)
                .toList();

        assertThat(new HashSet<>(minted)).hasSize(20_000);
    }
}
