/**
 * What people say to a facility, on every network, in one list: urgent first, with a clock.
 *
 * <p>{@code Listening} asks each account's channel what was said since its cursor. A message is kept sealed, and shown
 * with what is private hidden; showing it is recorded first. An answer passes the guard and
 * {@link org.hearten.clearance.Clearance}, then leaves once, under a key chosen beforehand, as a post does.
 */
@ApplicationModule(
        displayName = "Inbox",
        allowedDependencies = {"channels", "checks", "guard", "hub", "phrases"})
@NullMarked
package org.hearten.inbox;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
