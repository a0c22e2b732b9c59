package org.hearten.posts;

import java.time.Instant;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** An approved post has a time to go out. Replaces any earlier time. Delivered after commit, at least once: listeners must bear repeats. */
@DomainEvent
public record PostScheduled(PostId post, String contentHash, Instant dueAt, Instant at) implements OfOrganisation {
    @Override
    public OrganisationId organisation() {
        return post.organisation();
    }
}
