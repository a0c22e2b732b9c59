/**
 * What stops everything: a pause of one facility or of the whole organisation.
 *
 * <p>While a pause stands nothing leaves except take-downs: {@code PauseRule} says so inside each claim, and no claim
 * passes once a pause is committed. {@link org.hearten.policies.PauseReleased} lets other rooms ask again for what grew
 * old meanwhile.
 */
@ApplicationModule(
        displayName = "Policies",
        allowedDependencies = {})
@NullMarked
package org.hearten.policies;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
