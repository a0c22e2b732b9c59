/**
 * Sees to it that no event is lost: what a listener could not finish, or a crash cut short, is delivered again.
 *
 * <p>Event publications are rows that commit with what they tell. Spring Modulith delivers each once; this room
 * delivers again, with growing pauses, and counts what needs a person to look.
 */
@ApplicationModule(
        displayName = "Outbox",
        allowedDependencies = {})
@NullMarked
package org.hearten.outbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
