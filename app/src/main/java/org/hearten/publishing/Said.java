package org.hearten.publishing;

import java.time.Instant;
import java.util.List;
import org.hearten.clearance.Answer;
import org.hearten.clearance.Verdict;
import org.hearten.publishing.Shown.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * What each rule said when a delivery was last claimed, as it is kept in {@code delivery.said}: "why was this allowed", "why
 * was it not sent". What an earlier claim was told gives way; what was done then stays in the history.
 */
record Said(Instant at, List<One> rules) {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    record One(String rule, boolean cleared, String messageKey, List<String> arguments) {}

    static String of(Answer answer, Instant at) {
        return JSON.writeValueAsString(new Said(
                at,
                answer.said().stream()
                        .map(each -> new One(
                                each.rule(),
                                each.verdict() instanceof Verdict.Cleared,
                                each.verdict().messageKey(),
                                each.verdict().arguments()))
                        .toList()));
    }

    static List<Reason> reasons(@Nullable String written) {
        if (written == null) {
            return List.of();
        } else {
            var said = JSON.readValue(written, Said.class);
            return said.rules().stream()
                    .map(each ->
                            new Reason(each.rule(), each.cleared(), each.messageKey(), each.arguments(), said.at()))
                    .toList();
        }
    }
}
