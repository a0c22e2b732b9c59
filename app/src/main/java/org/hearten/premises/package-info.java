/**
 * The administrator's page of facilities: opening one, and keeping its name, telephone and districts right.
 *
 * <p>It stands apart from {@code facilities} because a page asks who may see it, and the people lean on that one. Whoever
 * opens a facility administers it; everyone else is given their roles there on the team page.
 */
@ApplicationModule(
        displayName = "Premises",
        allowedDependencies = {})
@NullMarked
package org.hearten.premises;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
