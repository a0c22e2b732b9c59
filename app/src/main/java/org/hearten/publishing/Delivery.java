package org.hearten.publishing;

import java.time.Instant;
import org.hearten.channels.AccountId;
import org.hearten.channels.Network;
import org.hearten.channels.NetworkRef;
import org.hearten.facilities.FacilityId;
import org.hearten.posts.PostId;
import org.jspecify.annotations.Nullable;

/**
 * One version of a post on one account, as it is now.
 *
 * @param ref where it stands, or stood; null when it never did
 * @param cause message key of what stands in the way, or null
 * @param words the network's own words about it, or null
 */
public record Delivery(
        DeliveryId id,
        PostId post,
        FacilityId facility,
        AccountId account,
        Network network,
        DeliveryState state,
        Instant dueAt,
        @Nullable Instant nextAt,
        @Nullable Instant sentAt,
        @Nullable Instant removedAt,
        boolean personDecides,
        @Nullable NetworkRef ref,
        @Nullable String cause,
        @Nullable String words) {}
