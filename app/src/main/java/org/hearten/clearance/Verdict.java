package org.hearten.clearance;

import java.util.List;

/** What one rule says. The message key stands in the contributing room's message files; arguments are safe to show. */
public sealed interface Verdict {
    String messageKey();

    List<String> arguments();

    record Cleared(String messageKey, List<String> arguments) implements Verdict {
        public Cleared(String messageKey, String... arguments) {
            this(messageKey, List.of(arguments));
        }
    }

    record Held(String messageKey, List<String> arguments) implements Verdict {
        public Held(String messageKey, String... arguments) {
            this(messageKey, List.of(arguments));
        }
    }
}
