package org.hearten.media;

import java.util.List;

/** What became of a file somebody gave. */
public sealed interface Upload {
    record Kept(StoredPicture picture) implements Upload {}

    /** The message key says what to do instead. */
    record Refused(String messageKey, List<Object> arguments) implements Upload {
        Refused(String messageKey, Object... arguments) {
            this(messageKey, List.of(arguments));
        }
    }
}
