package org.hearten.inbox;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearten.checks.Checkable;
import org.hearten.checks.Part;
import org.hearten.clearance.Departure;
import org.hearten.facilities.FacilityId;
import org.springframework.stereotype.Component;

/** Hands an answer, and what it answers, to the guard once more on its way out. */
@Component
class AnswersAreChecked implements Checkable {
    private final Replies replies;
    private final Messages messages;

    AnswersAreChecked(Replies replies, Messages messages) {
        this.replies = replies;
        this.messages = messages;
    }

    @Override
    public Departure.Kind kind() {
        return Departure.Kind.REPLY;
    }

    @Override
    public Optional<Words> words(FacilityId facility, UUID subject, String contentHash) {
        return replies.find(new ReplyId(facility.organisation(), subject))
                .filter(reply -> reply.contentHash().equals(contentHash))
                .map(reply -> new Words(
                        List.of(new Part("reply", reply.text())),
                        messages.find(reply.conversation(), reply.message())
                                .map(Messages.Answerable::body)
                                .orElse("")));
    }
}
