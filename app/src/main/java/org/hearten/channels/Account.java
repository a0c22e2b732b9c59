package org.hearten.channels;

import org.hearten.facilities.FacilityId;

/** What anybody may know about an account: no secret is ever in it. */
public record Account(
        AccountId id, FacilityId facility, Network network, String handle, String displayName, Health health) {}
