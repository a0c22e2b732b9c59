/**
 * Answers one question: may this leave, by this person, now?
 *
 * <p>Rooms contribute a {@link org.hearten.clearance.ClearanceRule}; whoever sends asks
 * {@link org.hearten.clearance.Clearance} in the transaction that claims the sending. Every rule is asked, and every
 * answer is kept, so that "why was this allowed" and "why was it not sent" have the same source.
 */
@ApplicationModule(
        displayName = "Clearance",
        allowedDependencies = {"tenancy", "facilities", "people"})
@NullMarked
package org.hearten.clearance;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
