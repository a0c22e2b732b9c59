package org.hearten.posts;

import java.time.Instant;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** Every delivery of a post is settled and none was sent. Published by publishing. Delivered after commit, at least once: listeners must bear repeats. */
@DomainEvent
public record PostNotSent(PostId post, Instant at) implements OfOrganisation {
    @Override
    public OrganisationId organisation() {
        return post.organisation();
    }
}
