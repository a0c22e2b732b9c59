package org.hearten.calendar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Health observances of 2026 and 2027, from {@code observances/observances.tsv}; its head says where they come from. */
@Component
class Observances {
    private final List<Observance> all = read();

    List<Observance> all() {
        return all;
    }

    /** Those that begin or last in these days, in the regions of these jurisdictions, earliest first. */
    List<Observance> between(LocalDate first, LocalDate last, List<String> jurisdictions) {
        return all.stream()
                .filter(each -> !each.first().isAfter(last) && !each.last().isBefore(first))
                .filter(each -> isKept(each, jurisdictions))
                .sorted(Comparator.comparing(Observance::first))
                .toList();
    }

    Optional<Observance> find(String key) {
        return all.stream().filter(each -> each.key().equals(key)).findFirst();
    }

    private static boolean isKept(Observance observance, List<String> jurisdictions) {
        return switch (observance.region()) {
            case "Global" -> true;
            case "MP" -> jurisdictions.contains("IN");
            default -> jurisdictions.contains(observance.region());
        };
    }

    private static List<Observance> read() {
        try {
            var observances = new ArrayList<Observance>();
            for (var line : new ClassPathResource("observances/observances.tsv")
                    .getContentAsString(StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#") && !line.isBlank())
                    .toList()) {
                var cells = line.split("\t", -1);
                for (int at = 7; at < cells.length; at++) {
                    if (!cells[at].isBlank()) {
                        observances.add(observance(cells, cells[at]));
                    }
                }
            }
            return List.copyOf(observances);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static Observance observance(String[] cells, String dates) {
        var days = dates.split("/");
        var first = LocalDate.parse(days[0]);
        return new Observance(
                cells[0] + "-" + first.getYear(),
                cells[1],
                cells[2],
                cells[3],
                cells[4],
                cells[5],
                cells[6],
                first,
                LocalDate.parse(days[days.length - 1]));
    }
}
