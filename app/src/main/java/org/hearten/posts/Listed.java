package org.hearten.posts;

import java.time.Instant;
import java.util.List;
import org.hearten.channels.Network;
import org.hearten.facilities.FacilityId;
import org.hearten.people.PersonId;
import org.jspecify.annotations.Nullable;

/** A post as a list or a calendar shows it. */
public record Listed(
        PostId id,
        FacilityId facility,
        String title,
        Pillar pillar,
        String language,
        Stage stage,
        List<Network> networks,
        @Nullable Instant dueAt,
        PersonId author,
        Instant changedAt) {}
