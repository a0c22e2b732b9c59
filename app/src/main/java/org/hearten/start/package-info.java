/**
 * How Hearten starts, and how it says that it cannot.
 *
 * <p>A start that fails ends with one sentence that says what stood in the way and what to do: throw {@link
 * org.hearten.start.CannotStart}. A start that succeeds ends with the address and with what each {@link
 * org.hearten.start.StartNotes} has to say, such as who may sign in.
 */
@ApplicationModule(
        displayName = "Start",
        allowedDependencies = {})
@NullMarked
package org.hearten.start;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
