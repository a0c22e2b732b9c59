package org.hearten.posts;

import java.util.List;
import org.hearten.channels.Network;
import org.jspecify.annotations.Nullable;

/**
 * A part of a post and what became of it.
 *
 * @param network whose own words it is, or null: then {@code key} names it
 */
public record Change(@Nullable Network network, String key, List<WordDiff.Piece> pieces, boolean changed) {}
