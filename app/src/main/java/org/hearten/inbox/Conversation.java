package org.hearten.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hearten.channels.Heard;
import org.hearten.channels.Network;
import org.hearten.facilities.FacilityId;
import org.hearten.guard.Triage;
import org.hearten.guard.Words;
import org.jspecify.annotations.Nullable;

/** A thread as the list shows it. */
public record Conversation(
        ConversationId id,
        FacilityId facility,
        Network network,
        Heard.Kind kind,
        String who,
        List<Masked.Piece> preview,
        Triage.Category category,
        int urgency,
        boolean readFirst,
        String language,
        Words why,
        boolean needsReply,
        boolean held,
        Instant dueAt,
        Instant beganAt,
        Instant lastAt,
        @Nullable UUID assignedTo,
        @Nullable Instant closedAt) {

    public boolean closed() {
        return closedAt != null;
    }

    /** Urgency 1 and the wide net: a person looks at these before the rest. */
    public boolean urgent() {
        return urgency == 1 || readFirst;
    }

    /** How much of the promised time is used, in steps of five per cent. */
    public int used(Instant now) {
        var whole = Math.max(1, dueAt.toEpochMilli() - lastAt.toEpochMilli());
        var gone = now.toEpochMilli() - lastAt.toEpochMilli();
        return (int) Math.clamp(Math.round(20.0 * gone / whole) * 5, 0, 100);
    }

    public boolean late(Instant now) {
        return needsReply && dueAt.isBefore(now);
    }
}
