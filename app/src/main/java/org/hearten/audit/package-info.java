/**
 * Keeps the record of everything that people and Hearten do.
 *
 * <p>Rooms publish {@link org.hearten.audit.Recorded}; the entry is written in the same transaction as what it
 * describes, so neither stands without the other. Entries are only ever added. A sealer then chains them per
 * organisation, so that a change, a removal or a cut tail is found by {@code bin/hearten verify}.
 */
@ApplicationModule(
        displayName = "Audit",
        allowedDependencies = {"tenancy", "keys", "web"})
@NullMarked
package org.hearten.audit;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
