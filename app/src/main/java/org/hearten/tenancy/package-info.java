/**
 * Keeps every organisation inside its own walls.
 *
 * <p>Whoever acts, a person at a page or a worker on the clock, acts as a {@link org.hearten.tenancy.Caller} of one
 * organisation. Each transaction tells the database which organisation that is, and row-level security shows nothing
 * of any other. A transaction without a caller sees no tenant's rows at all.
 */
@ApplicationModule(
        displayName = "Tenancy",
        allowedDependencies = {})
@NullMarked
package org.hearten.tenancy;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
