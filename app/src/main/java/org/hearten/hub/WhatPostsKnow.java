package org.hearten.hub;

import org.hearten.channels.Outgoing;
import org.hearten.hub.HubPages.Extras;
import org.springframework.stereotype.Component;

/** The sources of a post and who checked it: the Hub shows them, other networks have no place for them. */
@Component
class WhatPostsKnow {
    Extras about(Outgoing outgoing) {
        return Extras.NONE;
    }
}
