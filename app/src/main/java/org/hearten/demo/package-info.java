/**
 * Fills a new Hearten with the demo organisation, Narmada Health Network: four facilities, ten districts, five people.
 *
 * <p>All invented. It runs once, on an empty database, unless Hearten was started with {@code --empty}; and with demo
 * accounts in it Hearten answers this machine alone.
 */
@ApplicationModule(
        displayName = "Demo",
        allowedDependencies = {"posts", "channels", "approvals", "hub"})
@NullMarked
package org.hearten.demo;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
