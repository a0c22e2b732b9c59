package org.hearten.guard.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.hearten.guard.Context;
import org.hearten.guard.Guard;
import org.hearten.guard.Jurisdiction;
import org.junit.jupiter.api.Test;

/**
 * What is found in a thousand short texts, place by place and how surely: whoever makes the guard faster or teaches it
 * something sees here what else has changed. {@code main} writes the answers anew; read the difference before keeping it.
 */
class VectorTests {
    private static final Guard GUARD = Guard.withPacks();
    private static final String FILE = "vectors.txt";
    private static final Context INDIA = Context.of(Jurisdiction.IN, "post", LocalDate.of(2026, 11, 24))
            .withNames(Set.of("Kavita"))
            .withStaff(Set.of("Dr Anand Tiwari"))
            .withFacilityFacts(Set.of("Help desk 0755-2551234", "12 Mill Road, Springfield"));
    private static final Context STRICT =
            Context.of(Jurisdiction.US, "reply", LocalDate.of(2026, 11, 24)).strictly();

    @Test
    void finds_in_every_text_what_it_found_before() throws IOException {
        for (var line : lines()) {
            String text = line.substring(0, line.indexOf('\t'));
            assertThat(answered(text)).isEqualTo(line);
        }
    }

    private static String answered(String written) {
        String text = written.replace("\\n", "\n");
        return written + "\t" + found(text, INDIA) + "\t" + found(text, STRICT);
    }

    private static String found(String text, Context context) {
        var found = new StringBuilder();
        for (var finding : GUARD.identifiers(text, context).findings()) {
            found.append(found.isEmpty() ? "" : " ")
                    .append(finding.rule())
                    .append(' ')
                    .append(finding.start())
                    .append('-')
                    .append(finding.end())
                    .append(' ')
                    .append(Math.round(finding.confidence() * 100));
        }
        return found.toString();
    }

    private static List<String> lines() throws IOException {
        try (var in = VectorTests.class.getResourceAsStream(FILE)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
        }
    }

    public static void main(String[] arguments) throws IOException {
        var file = Path.of(arguments[0]);
        var answers = new ArrayList<String>();
        for (var line : Files.readAllLines(file)) {
            answers.add(answered(line.contains("\t") ? line.substring(0, line.indexOf('\t')) : line));
        }
        Files.write(file, answers);
    }
}
