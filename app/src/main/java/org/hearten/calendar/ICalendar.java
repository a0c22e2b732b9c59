package org.hearten.calendar;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/** Writes RFC 5545: lines of at most 75 bytes, cut between letters, and nothing in a text that could begin a line. */
final class ICalendar {
    private static final int LINE_BYTES = 75;
    private static final DateTimeFormatter UTC =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    private final StringBuilder text = new StringBuilder();

    ICalendar(String name, Duration refresh) {
        line("BEGIN:VCALENDAR");
        line("VERSION:2.0");
        line("PRODID:-//Hearten//Calendar//EN");
        line("CALSCALE:GREGORIAN");
        line("X-WR-CALNAME:" + escaped(name));
        line("REFRESH-INTERVAL;VALUE=DURATION:" + refresh);
    }

    ICalendar event(
            String uid, Instant changedAt, Instant from, Duration lasting, String summary, boolean sure, String url) {
        line("BEGIN:VEVENT");
        line("UID:" + uid);
        line("DTSTAMP:" + UTC.format(changedAt));
        line("DTSTART:" + UTC.format(from));
        line("DTEND:" + UTC.format(from.plus(lasting)));
        line("SUMMARY:" + escaped(summary));
        line("STATUS:" + (sure ? "CONFIRMED" : "TENTATIVE"));
        line("URL:" + url);
        line("END:VEVENT");
        return this;
    }

    String written() {
        return text + "END:VCALENDAR\r\n";
    }

    private static String escaped(String words) {
        return words.replace("\\", "\\\\")
                .replace(";", "\\;")
                .replace(",", "\\,")
                .replaceAll("\\R", "\\\\n")
                .replaceAll("\\p{Cntrl}", "");
    }

    private void line(String whole) {
        int used = 0;
        for (int at = 0; at < whole.length(); ) {
            var letter = whole.substring(at, whole.offsetByCodePoints(at, 1));
            var bytes = letter.getBytes(StandardCharsets.UTF_8).length;
            if (used + bytes > LINE_BYTES) {
                text.append("\r\n ");
                used = 1;
            }
            text.append(letter);
            used += bytes;
            at += letter.length();
        }
        text.append("\r\n");
    }
}
