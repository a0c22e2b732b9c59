package org.hearten.inbox;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.hearten.audit.Recorded;
import org.hearten.channels.Channels;
import org.hearten.channels.Lookup;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.Outgoing;
import org.hearten.channels.SendResult;
import org.hearten.clearance.Answer;
import org.hearten.clearance.Clearance;
import org.hearten.clearance.Departure;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Sends an answer once, or says why not. It is claimed and cleared in one transaction and committed as sending; then
 * the network is called. After any doubt the network is looked at, and only what is certainly absent is sent again.
 */
@Component
class ReplySender {
    private static final Duration ASK_AGAIN = Duration.ofSeconds(10); // so that a released pause is felt at once
    private static final Duration LOOK_AGAIN = Duration.ofSeconds(5);
    private static final Duration LONGEST_PAUSE = Duration.ofMinutes(15);
    private static final Duration DISCONNECTED_PAUSE = Duration.ofMinutes(5);

    private final Replies replies;
    private final Conversations conversations;
    private final Channels channels;
    private final Clearance clearance;
    private final InboxSettings settings;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    ReplySender(
            Replies replies,
            Conversations conversations,
            Channels channels,
            Clearance clearance,
            InboxSettings settings,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions,
            Clock clock) {
        this.replies = replies;
        this.conversations = conversations;
        this.channels = channels;
        this.clearance = clearance;
        this.settings = settings;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
        this.clock = clock;
    }

    /** What is to be done now with a reply that was claimed. */
    private record Task(Reply reply, boolean look) {}

    /** Called inside the organisation's walls and outside a transaction. Does nothing when it is not its time. */
    void attempt(ReplyId id) {
        var task = transaction.execute(ignored -> claim(id));
        if (task == null || task.isEmpty()) {
            return;
        } else if (task.get().look()) {
            look(task.get().reply());
        } else {
            send(task.get().reply());
        }
    }

    private Optional<Task> claim(ReplyId id) {
        var now = clock.instant();
        var claimed = replies.claim(id, now);
        if (claimed.isEmpty()) {
            return Optional.empty();
        } else {
            var reply = claimed.get();
            return switch (reply.state()) {
                case READY, HELD -> cleared(reply, now);
                case SENDING, UNKNOWN -> {
                    replies.move(id, Reply.State.UNKNOWN, now.plus(settings.lookAfter()), reply.said(), false);
                    yield Optional.of(new Task(reply, true));
                }
                case SENT, REFUSED -> Optional.empty();
            };
        }
    }

    private Optional<Task> cleared(Reply reply, Instant now) {
        var answer = clearance.ask(new Departure(
                reply.facility(),
                Departure.Kind.REPLY,
                reply.id().value(),
                reply.contentHash(),
                reply.writtenBy(),
                now));
        if (answer.cleared()) {
            replies.move(reply.id(), Reply.State.SENDING, now.plus(settings.lookAfter()), null, true);
            return Optional.of(new Task(reply, false));
        } else {
            var why = why(answer);
            if (reply.state() != Reply.State.HELD) {
                record("inbox.reply_held", reply, why);
            }
            replies.move(reply.id(), Reply.State.HELD, now.plus(ASK_AGAIN), why, false);
            return Optional.empty();
        }
    }

    private void send(Reply reply) {
        var outgoing = new Outgoing(
                "",
                reply.text(),
                reply.language(),
                List.of(),
                reply.to(),
                reply.facility(),
                reply.id().value());
        SendResult result;
        try {
            result = channels.of(reply.network()).send(reply.account(), reply.key(), outgoing);
        } catch (RuntimeException doubt) {
            result = new SendResult.Unknown(doubt.getClass().getSimpleName());
        }
        settle(reply, result);
    }

    private void settle(Reply reply, SendResult result) {
        transaction.executeWithoutResult(ignored -> {
            var now = clock.instant();
            switch (result) {
                case SendResult.Sent(var ref) -> stands(reply, ref, now);
                case SendResult.RetryLater(var why) ->
                    replies.move(reply.id(), Reply.State.READY, now.plus(pause(reply.attempts())), why, false);
                case SendResult.RateLimited(var until) ->
                    replies.move(reply.id(), Reply.State.READY, until, null, false);
                case SendResult.Disconnected(var words) ->
                    replies.move(reply.id(), Reply.State.READY, now.plus(DISCONNECTED_PAUSE), words, false);
                case SendResult.Unknown(var why) ->
                    replies.move(reply.id(), Reply.State.UNKNOWN, now.plus(LOOK_AGAIN), why, false);
                case SendResult.Refused(var words) -> {
                    replies.move(reply.id(), Reply.State.REFUSED, now, words, false);
                    record("inbox.reply_refused", reply, null);
                }
            }
        });
    }

    private void look(Reply reply) {
        Lookup found;
        try {
            found = channels.of(reply.network()).find(reply.account(), reply.key());
        } catch (RuntimeException silent) {
            found = new Lookup.CannotTell(silent.getClass().getSimpleName());
        }
        var settled = found;
        transaction.executeWithoutResult(ignored -> {
            var now = clock.instant();
            switch (settled) {
                case Lookup.Present(var ref) -> stands(reply, ref, now);
                case Lookup.Absent() -> replies.move(reply.id(), Reply.State.READY, now, null, false);
                case Lookup.CannotTell(var why) ->
                    replies.move(reply.id(), Reply.State.UNKNOWN, now.plus(pause(reply.attempts())), why, false);
            }
        });
    }

    private void stands(Reply reply, NetworkRef ref, Instant now) {
        if (replies.stands(reply.id(), ref, now)) {
            conversations.answered(reply.conversation());
            record("inbox.reply_sent", reply, reply.network().name());
        }
    }

    private void record(String action, Reply reply, @Nullable String detail) {
        events.publishEvent(Recorded.of(action)
                .on("reply", reply.id().value())
                .at(reply.facility().value())
                .hashes(null, reply.contentHash())
                .saying(detail));
    }

    private static String why(Answer answer) {
        return answer.held().isEmpty()
                ? "inbox.reply.no-rule"
                : answer.held().getFirst().verdict().messageKey();
    }

    private static Duration pause(int attempts) {
        var pause = Duration.ofSeconds(5L << Math.min(attempts, 10));
        return pause.compareTo(LONGEST_PAUSE) > 0 ? LONGEST_PAUSE : pause;
    }
}
