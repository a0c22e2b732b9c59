package org.hearten.posts;

import java.time.Instant;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** A post's content changed; whatever was approved before no longer counts. Delivered after commit, at least once: listeners must bear repeats. */
@DomainEvent
public record PostEdited(PostId post, String contentHash, Instant at) implements OfOrganisation {
    @Override
    public OrganisationId organisation() {
        return post.organisation();
    }
}
