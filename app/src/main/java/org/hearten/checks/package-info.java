/**
 * The guard inside the product: brings it the facility's law, its people's names and its public facts, and remembers
 * what it said.
 *
 * <p>Others ask {@link org.hearten.checks.Checks}. What the guard finds in the words that somebody wants to send is kept
 * under the hash of those words, with the versions of the rule packs it looked with; nothing leaves while a finding
 * blocks it. Where the guard only warns, a person may answer with a reason, and the reason is kept with their name.
 */
@ApplicationModule(displayName = "Checks", allowedDependencies = "guard")
@NullMarked
package org.hearten.checks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
