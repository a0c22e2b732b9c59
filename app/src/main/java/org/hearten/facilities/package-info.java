/**
 * Knows the organisation, its facilities and the districts they serve.
 *
 * <p>A facility has its own name in both languages, time zone, brand colour and public address (slug). Everything else
 * in Hearten belongs to a facility.
 */
@ApplicationModule(
        displayName = "Facilities",
        allowedDependencies = {"tenancy", "audit", "keys", "web"})
@NullMarked
package org.hearten.facilities;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
