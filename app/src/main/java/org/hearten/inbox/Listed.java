package org.hearten.inbox;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.channels.Network;
import org.jspecify.annotations.Nullable;

/**
 * A page of the list.
 *
 * @param next the bookmark of the next page, or null on the last
 * @param names staff by id
 * @param now the moment the list was read, against which the clocks run
 */
public record Listed(
        List<Conversation> conversations,
        Shown shown,
        @Nullable Network network,
        @Nullable String next,
        int needReply,
        int mine,
        int open,
        Map<UUID, String> names,
        Instant now) {

    /** The filters as they stand in an address. */
    public String query() {
        return query(shown);
    }

    public String query(Shown other) {
        return "?show=" + other.word() + (network == null ? "" : "&network=" + network.name());
    }

    public String query(@Nullable Network other) {
        return "?show=" + shown.word() + (other == null ? "" : "&network=" + other.name());
    }
}
