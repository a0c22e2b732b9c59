package org.hearten.posts;

import java.time.Instant;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** An author asked for approval of exactly this content. Delivered after commit, at least once: listeners must bear repeats. */
@DomainEvent
public record PostSubmitted(PostId post, String contentHash, Instant at) implements OfOrganisation {
    @Override
    public OrganisationId organisation() {
        return post.organisation();
    }
}
