/**
 * Answers that are written once and used often: each in English and Hindi, with what the facility says of itself filled in.
 *
 * <p>An answer made from one is a draft like any other: the person reads it, changes it, and the guard reads it last.
 */
@ApplicationModule(
        displayName = "Phrases",
        allowedDependencies = {})
@NullMarked
package org.hearten.phrases;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
