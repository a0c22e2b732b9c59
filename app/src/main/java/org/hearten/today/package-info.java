/**
 * The first page of the day: what needs you, what goes out, what just happened to your own posts.
 *
 * <p>It keeps nothing of its own. Each part is asked of the room it belongs to, and shows only what the reader's roles
 * let them act on.
 */
@ApplicationModule(
        displayName = "Today",
        allowedDependencies = {"posts", "approvals"})
@NullMarked
package org.hearten.today;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
