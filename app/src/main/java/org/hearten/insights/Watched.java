package org.hearten.insights;

import java.time.Instant;
import org.hearten.channels.AccountId;
import org.hearten.channels.Network;
import org.hearten.channels.NetworkRef;
import org.hearten.posts.PostId;
import org.hearten.publishing.DeliveryId;
import org.jspecify.annotations.Nullable;

/** A delivery that is counted. {@code nextAt} is null once it is counted no more. */
record Watched(
        DeliveryId delivery,
        PostId post,
        AccountId account,
        Network network,
        NetworkRef ref,
        Instant sentAt,
        @Nullable Instant nextAt) {}
