/**
 * What an administrator does beside a running Hearten: verify the record, back everything up, restore it elsewhere, and
 * ask the doctor.
 *
 * <p>{@code bin/hearten} runs {@link org.hearten.operations.Cli}. It starts only the few parts it needs, joins the
 * embedded database of a Hearten that runs already, and answers in sentences with an exit code.
 */
@ApplicationModule(
        displayName = "Operations",
        allowedDependencies = {"channels", "policies"})
@NullMarked
package org.hearten.operations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
