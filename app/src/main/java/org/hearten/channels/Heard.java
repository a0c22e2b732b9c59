package org.hearten.channels;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Something a person said to or about us on a network. {@code ref} names it there: answer it with
 * {@code new ReplyTo(ref, rootRef == null ? ref : rootRef)}.
 */
public record Heard(
        String ref,
        Kind kind,
        String authorHandle,
        String authorName,
        String text,
        @Nullable String parentRef,
        @Nullable String rootRef,
        Instant at,
        String url) {
    /** Stored by name. */
    public enum Kind {
        REPLY,
        MENTION,
        QUOTE,
        COMMENT
    }
}
