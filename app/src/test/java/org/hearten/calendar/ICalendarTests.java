package org.hearten.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class ICalendarTests {
    private static final Instant DUE = Instant.parse("2026-11-14T13:00:00Z");

    @Test
    void a_title_can_never_begin_a_line_of_its_own() {
        var written = written("Walk; eat, rest\\\r\nBEGIN:VALARM\nDESCRIPTION:x\u0007");

        assertThat(written.lines()).noneMatch(line -> line.startsWith("BEGIN:VALARM"));
        assertThat(written).contains("SUMMARY:Walk\\; eat\\, rest\\\\\\nBEGIN:VALARM\\nDESCRIPTION:x");
    }

    @Test
    void lines_hold_75_bytes_and_are_cut_between_letters() {
        var title = "डेंगू से बचाव: हर रविवार कूलर, टंकी और गमले का पानी बदलें 🦟🦟🦟";

        var written = written(title);

        assertThat(written.split("\r\n"))
                .allSatisfy(line ->
                        assertThat(line.getBytes(StandardCharsets.UTF_8)).hasSizeLessThanOrEqualTo(75));
        assertThat(written.replace("\r\n ", "")).contains("SUMMARY:" + title.replace(",", "\\,"));
    }

    private static String written(String title) {
        return new ICalendar("Bhopal", Duration.ofHours(1))
                .event("1@hearten", DUE, DUE, Duration.ofMinutes(15), title, true, "https://example.org/posts/1")
                .written();
    }
}
