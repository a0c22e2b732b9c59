package org.hearten.posts;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One page of a list, newest change first.
 *
 * @param next where the following page begins, or null on the last one
 */
public record PostPage(List<Listed> posts, @Nullable String next) {}
