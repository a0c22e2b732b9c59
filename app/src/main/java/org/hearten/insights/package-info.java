/**
 * Keeps each network's numbers over time: what was liked, passed on and answered, as the network itself counts.
 *
 * <p>A published delivery is counted often at first and seldom later, for thirty days. Every number shown names its
 * formula and when it was counted.
 */
@ApplicationModule(
        displayName = "Insights",
        allowedDependencies = {"posts", "publishing", "channels"})
@NullMarked
package org.hearten.insights;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
