package org.hearten.auditors;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.UUID;
import org.hearten.audit.Entry;
import org.hearten.web.Language;
import org.hearten.web.Messages;
import org.hearten.web.Words;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SaidTests {
    private final Words english = new Words(new Messages(), Language.EN, ZoneOffset.UTC, Clock.systemUTC());
    private final Words hindi = english.in(Language.HI);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "grant.given|CLINICAL_REVIEWER|Clinical reviewer",
                "approval.given|CLINICAL COMPLIANCE|Clinical review, Compliance",
                "post.take_down_asked|PERSON|a person asked",
                "account.connected|BLUESKY|Bluesky",
                "picture.declared|AUTHOR|by hand, as the author",
                "delivery.sent|HUB|Facility Hub",
                "check.answered|IN-PROMISE-CURE|IN-PROMISE-CURE"
            })
    void a_detail_is_said_in_words(String action, String detail, String said) {
        assertThat(Said.detail(english, entry(action, detail))).isEqualTo(said);
    }

    @Test
    void the_reader_of_hindi_reads_hindi() {
        assertThat(Said.detail(hindi, entry("grant.given", "AUTHOR"))).isEqualTo(hindi.of("people.Role.AUTHOR"));
        assertThat(Said.action(hindi, "sign_in.succeeded")).isEqualTo("साइन इन किया");
    }

    @Test
    void what_nobody_wrote_words_for_is_shown_as_it_was_written() {
        assertThat(Said.action(english, "moon.landed")).isEqualTo("moon.landed");
        assertThat(Said.detail(english, entry("moon.landed", null))).isEmpty();
    }

    private static Entry entry(String action, @Nullable String detail) {
        return new Entry(
                UUID.randomUUID(),
                Instant.EPOCH,
                null,
                "person",
                "local",
                action,
                "post",
                null,
                null,
                null,
                null,
                detail);
    }
}
