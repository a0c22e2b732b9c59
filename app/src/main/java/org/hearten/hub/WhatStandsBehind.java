package org.hearten.hub;

import java.util.List;
import org.hearten.channels.Credits;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Provenance;
import org.hearten.hub.HubPages.Extras;
import org.hearten.hub.Page.Reference;
import org.springframework.stereotype.Component;

/** The sources of a post and who checked it: the Hub shows them, other networks have no place for them. */
@Component
class WhatStandsBehind {
    private final List<Provenance> rooms;

    WhatStandsBehind(List<Provenance> rooms) {
        this.rooms = rooms;
    }

    Extras of(Outgoing outgoing) {
        var known = rooms.stream()
                .map(room -> room.of(outgoing.facility(), outgoing.subject()))
                .reduce(Credits.NONE, Credits::and);
        var sources = known.sources().stream()
                .map(source -> new Reference(source.title(), source.publisher(), source.address()))
                .toList();
        return new Extras(sources, known.checkedBy());
    }
}
