/**
 * Knows the staff: who they are, what they may do in which facility, and that it is really them.
 *
 * <p>Each route of Hearten says who may use it ({@link org.hearten.people.Allowed},
 * {@link org.hearten.people.AnyoneSignedIn}, {@link org.hearten.people.Public}); {@code Doorkeeper} asks in one place,
 * and a route that says nothing lets nobody in. Sign-in is e-mail and password (Argon2id) with an authenticator app as
 * second factor; sessions are rows.
 */
@ApplicationModule(
        displayName = "People",
        allowedDependencies = {"tenancy", "keys", "web", "audit", "facilities"})
@NullMarked
package org.hearten.people;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
