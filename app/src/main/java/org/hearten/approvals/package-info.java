/**
 * Who must say yes before a post leaves.
 *
 * <p>Asking for approval opens a round: the steps that this content needs, by its pillar and by what the guard found.
 * Each decision is a row bound to the hash of exactly what was seen. One changed character closes the round; the
 * clearance rule asks again, inside every claim, whether each step has a live yes from somebody who still holds the role
 * and did not write the post.
 */
@ApplicationModule(
        displayName = "Approvals",
        allowedDependencies = {"posts", "policies", "checks", "guard", "channels"})
@NullMarked
package org.hearten.approvals;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
