package org.hearten.guard.reply;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Objects;
import org.hearten.guard.Context;
import org.hearten.guard.Guard;
import org.hearten.guard.Jurisdiction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReplyGuardTests {
    private static final Guard GUARD = Guard.withPacks();
    private static final Context REPLY = Context.of(Jurisdiction.US, "reply", LocalDate.of(2026, 11, 24));

    /** told_or_not.txt has what tells something with no word of medicine in it. */
    @ParameterizedTest
    @ValueSource(strings = {"replies.txt", "told_or_not.txt"})
    void tells_risky_replies_from_safe_ones(String file) throws IOException {
        var wrong = new ArrayList<String>();
        for (var line : table(file)
                .lines()
                .filter(line -> !line.startsWith("#") && !line.isBlank())
                .toList()) {
            String[] parts = line.split(" \\| ", 3);
            boolean risky = GUARD.checkReply("", parts[2], REPLY).risky();
            if (risky == parts[1].equals("SAFE")) wrong.add(line);
        }
        assertThat(wrong).isEmpty();
    }

    @Test
    void what_a_writer_did_by_writing_tells_nothing() {
        assertThat(GUARD.checkReply("", "You asked about parking: it is free for the first hour.", REPLY)
                        .risky())
                .isFalse();
        assertThat(GUARD.checkReply("", "You threw a file at our receptionist.", REPLY)
                        .risky())
                .isTrue();
    }

    @Test
    void the_late_mri_is_not_confirmed_but_the_general_truth_may_be_told() {
        var comment = "My MRI was an hour late!";

        assertThat(GUARD.checkReply(comment, "We are sorry your MRI was late.", REPLY)
                        .risky())
                .isTrue();
        assertThat(GUARD.checkReply(comment, "Sorry, the MRI was delayed that day.", REPLY)
                        .risky())
                .isTrue();
        assertThat(GUARD.checkReply(comment, "MRI appointments can run late when emergencies come in.", REPLY)
                        .risky())
                .isFalse();
    }

    @Test
    void the_offered_alternative_is_itself_safe_in_both_languages() {
        for (var draft :
                new String[] {"You came on Tuesday.", "Your claim was denied.", "Glad your surgery went well!"}) {
            var instead = GUARD.checkReply("", draft, REPLY).instead();

            assertThat(GUARD.checkReply("", instead.en(), REPLY).risky()).isFalse();
            assertThat(GUARD.checkReply("", instead.hi(), REPLY).risky()).isFalse();
        }
    }

    private static String table(String file) throws IOException {
        try (var in = ReplyGuardTests.class.getResourceAsStream(file)) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
