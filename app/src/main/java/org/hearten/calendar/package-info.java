/**
 * The calendar: what goes out when, moved by hand or by key, with the days the world keeps for a health topic beside it.
 *
 * <p>It shows posts and asks {@link org.hearten.posts.Posts} to move them; it keeps nothing of theirs. What it keeps is
 * who may follow a facility's calendar from outside: one secret address, as a hash, until somebody takes it back.
 */
@ApplicationModule(
        displayName = "Calendar",
        allowedDependencies = {"posts", "channels"})
@NullMarked
package org.hearten.calendar;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
