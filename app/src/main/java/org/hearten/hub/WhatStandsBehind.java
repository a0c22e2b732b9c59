package org.hearten.hub;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.channels.Credits;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Provenance;
import org.hearten.hub.HubPages.Extras;
import org.hearten.hub.Page.Reference;
import org.springframework.stereotype.Component;

/** The sources of posts and who checked them: the Hub shows them, other networks have no place for them. */
@Component
class WhatStandsBehind {
    private final List<Provenance> rooms;

    WhatStandsBehind(List<Provenance> rooms) {
        this.rooms = rooms;
    }

    /** By the subject's id; every room is asked once for all. */
    Map<UUID, Extras> all(List<Outgoing> those) {
        var known = new HashMap<UUID, Credits>();
        if (!those.isEmpty()) {
            var organisation = those.getFirst().facility().organisation();
            var subjects = those.stream().map(Outgoing::subject).toList();
            rooms.forEach(room -> room.of(organisation, subjects)
                    .forEach((subject, credits) -> known.merge(subject, credits, Credits::and)));
        }
        var extras = new HashMap<UUID, Extras>();
        known.forEach((subject, credits) -> extras.put(subject, extras(credits)));
        return extras;
    }

    private static Extras extras(Credits credits) {
        return new Extras(
                credits.sources().stream()
                        .map(source -> new Reference(source.title(), source.publisher(), source.address()))
                        .toList(),
                credits.checkedBy());
    }
}
