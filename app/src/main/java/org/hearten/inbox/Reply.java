package org.hearten.inbox;

import java.time.Instant;
import java.util.UUID;
import org.hearten.channels.AccountId;
import org.hearten.channels.Network;
import org.hearten.channels.ReplyTo;
import org.hearten.channels.SendKey;
import org.hearten.facilities.FacilityId;
import org.hearten.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * What the facility answers, and where it is on its way.
 *
 * @param said the network's words, or the message key of the rule that holds it
 */
public record Reply(
        ReplyId id,
        ConversationId conversation,
        UUID message,
        FacilityId facility,
        AccountId account,
        Network network,
        SendKey key,
        ReplyTo to,
        String text,
        String language,
        String contentHash,
        PersonId writtenBy,
        Instant writtenAt,
        State state,
        Instant nextAt,
        int attempts,
        @Nullable String said,
        @Nullable String url) {

    /** Stored by name. {@code SENDING} and {@code UNKNOWN} are settled by looking at the network, never by sending again. */
    public enum State {
        READY,
        SENDING,
        UNKNOWN,
        HELD,
        SENT,
        REFUSED
    }

    /** Nobody began to send it, and it is not yet its time. */
    public boolean canBeTakenBack(Instant now) {
        return state == State.READY && attempts == 0 && nextAt.isAfter(now);
    }

    public boolean onItsWay() {
        return state != State.SENT && state != State.REFUSED;
    }
}
