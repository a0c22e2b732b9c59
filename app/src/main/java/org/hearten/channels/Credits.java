package org.hearten.channels;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What stands behind a post: the sources of its claims, and the clinician who checked it.
 *
 * @param checkedBy the name the public may read, null when nobody had to check
 */
public record Credits(List<Source> sources, @Nullable String checkedBy) {
    public static final Credits NONE = new Credits(List.of(), null);

    public record Source(String title, String publisher, String address) {}

    public Credits and(Credits other) {
        return new Credits(
                Stream.concat(sources.stream(), other.sources.stream()).toList(),
                checkedBy == null ? other.checkedBy : checkedBy);
    }
}
