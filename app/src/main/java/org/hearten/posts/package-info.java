/**
 * A post: one idea, its text for each channel, its pictures and sources, and its place in the calendar.
 *
 * <p>Rooms further on hear what happens to a post ({@link org.hearten.posts.PostSubmitted},
 * {@link org.hearten.posts.PostScheduled}, {@link org.hearten.posts.PostCancelled}) and answer with events declared
 * here; this room never asks them.
 */
@ApplicationModule(
        displayName = "Posts",
        allowedDependencies = {"media", "checks", "channels", "guard"})
@NullMarked
package org.hearten.posts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
