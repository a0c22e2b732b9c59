package org.hearten.posts;

import java.util.List;

/** What came of asking for approval. */
public sealed interface Submission {
    record Submitted(Post post) implements Submission {}

    /** What must change first. */
    record NotYet(List<Reason> reasons) implements Submission {}

    /** The message key stands in this room's message files. */
    record Reason(String messageKey, List<Object> arguments) {
        static Reason of(String messageKey, Object... arguments) {
            return new Reason(messageKey, List.of(arguments));
        }
    }
}
