package org.hearten.channels;

import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.hearten.tenancy.OrganisationId;

/**
 * A room that knows where a post's words come from contributes one, so that a channel with a place for it can show it.
 * Asked inside the caller's walls, while posts are sent.
 */
public interface Provenance {
    /** What this room knows of these subjects, by their ids; those it knows nothing of are missing. */
    Map<UUID, Credits> of(OrganisationId organisation, Collection<UUID> subjects);
}
