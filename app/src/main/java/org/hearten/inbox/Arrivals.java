package org.hearten.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.hearten.audit.Recorded;
import org.hearten.channels.Account;
import org.hearten.channels.Heard;
import org.hearten.tenancy.Ids;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Keeps one message: read by the guard, joined to its thread however late the parent arrives, with a clock. */
@Component
class Arrivals {
    private static final int MAX_CHARACTERS = 20_000;

    private final Messages messages;
    private final Conversations conversations;
    private final Reader reader;
    private final InboxSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Arrivals(
            Messages messages,
            Conversations conversations,
            Reader reader,
            InboxSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.messages = messages;
        this.conversations = conversations;
        this.reader = reader;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** In the listener's transaction. A message that is here already changes nothing. */
    void take(Account account, Heard item) {
        if (item.text().length() > MAX_CHARACTERS) {
            throw new TooLong();
        } else if (!messages.has(account.id(), item.ref())) {
            var now = clock.instant();
            var reading = reader.read(account.facility(), item.text());
            var due = now.plus(settings.promised(reading.triage().urgency()));
            var answers = messages.threadsAnswering(account.id(), item.ref());
            var thread = parent(account, item).or(() -> answers.stream().findFirst());
            var conversation =
                    thread.orElseGet(() -> new ConversationId(account.id().organisation(), Ids.next()));
            if (thread.isEmpty()) {
                conversations.begin(conversation, account, item, reading, due, now);
            } else {
                conversations.goOn(conversation, item, reading, due, now);
            }
            var message = Ids.next();
            messages.add(message, conversation, account.id(), item, reading, now);
            join(answers, conversation);
            events.publishEvent(Recorded.of("inbox.message_arrived")
                    .on("message", message)
                    .at(account.facility().value())
                    .saying(reading.triage().category().name() + " "
                            + reading.triage().urgency()));
            events.publishEvent(
                    new MessageArrived(conversation, message, reading.triage().urgency(), now));
        }
    }

    private Optional<ConversationId> parent(Account account, Heard item) {
        return Optional.ofNullable(item.parentRef()).flatMap(parent -> messages.threadOf(account.id(), parent));
    }

    /** Answers that arrived before what they answer began threads of their own. */
    private void join(List<ConversationId> answers, ConversationId conversation) {
        answers.stream()
                .filter(other -> !other.equals(conversation))
                .forEach(other -> conversations.merge(other, conversation));
    }

    /** No network we know takes this much; it is not a message a person typed. */
    static final class TooLong extends RuntimeException {
        TooLong() {
            super("A message longer than " + MAX_CHARACTERS + " characters");
        }
    }
}
