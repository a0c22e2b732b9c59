package org.hearten.posts;

import org.hearten.channels.Network;
import org.jspecify.annotations.Nullable;

/** What a reader of the calendar wants to see only; null leaves it open. */
public record Sought(
        @Nullable Pillar pillar,
        @Nullable Stage stage,
        @Nullable Network network) {}
