package org.hearten.posts;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** Every delivery of these posts is settled and at least one of each stands on its network. Published by publishing, for as many at once as were settled together. Delivered after commit, at least once: listeners must bear repeats. */
@DomainEvent
public record PostsPublished(OrganisationId organisation, List<UUID> ids, Instant at) implements OfOrganisation {
    public PostsPublished {
        ids = List.copyOf(ids);
    }

    public List<PostId> posts() {
        return ids.stream().map(id -> new PostId(organisation, id)).toList();
    }
}
