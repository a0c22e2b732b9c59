package org.hearten.posts;

import java.time.Instant;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** A post has no time any more and waits for one. Delivered after commit, at least once: listeners must bear repeats. */
@DomainEvent
public record PostUnscheduled(PostId post, Instant at) implements OfOrganisation {
    @Override
    public OrganisationId organisation() {
        return post.organisation();
    }
}
