package org.hearten.posts;

import java.time.Instant;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** Everyone who must say yes did, to exactly this content. Published by approvals. Delivered after commit, at least once: listeners must bear repeats. */
@DomainEvent
public record PostApproved(PostId post, String contentHash, Instant at) implements OfOrganisation {
    @Override
    public OrganisationId organisation() {
        return post.organisation();
    }
}
