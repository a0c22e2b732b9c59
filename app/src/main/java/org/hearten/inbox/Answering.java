package org.hearten.inbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.hearten.audit.Recorded;
import org.hearten.channels.Channels;
import org.hearten.channels.ReplyTo;
import org.hearten.channels.TextRules;
import org.hearten.checks.Checks;
import org.hearten.guard.ReplyReport;
import org.hearten.people.PersonId;
import org.hearten.tenancy.Ids;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Writes an answer, once the guard has read it. */
@Service
@Transactional(readOnly = true)
public class Answering {
    /** A double click, or a page sent again, is the same answer. */
    private static final Duration SAME_WORDS = Duration.ofMinutes(10);

    private final Conversations conversations;
    private final Messages messages;
    private final Replies replies;
    private final Channels channels;
    private final Checks checks;
    private final InboxSettings settings;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Answering(
            Conversations conversations,
            Messages messages,
            Replies replies,
            Channels channels,
            Checks checks,
            InboxSettings settings,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.replies = replies;
        this.channels = channels;
        this.checks = checks;
        this.settings = settings;
        this.events = events;
        this.clock = clock;
    }

    /** What came of writing. */
    public sealed interface Written {
        record Waiting(ReplyId reply) implements Written {}

        record Risky(ReplyReport report) implements Written {}

        record Empty() implements Written {}

        record TooLong(int maxGraphemes) implements Written {}

        /** Every message of the thread was taken back, or the comment is still held. */
        record NothingToAnswer() implements Written {}
    }

    /** What the guard says to a draft; empty when there is nothing to say yet. */
    public Optional<ReplyReport> look(Conversation conversation, String draft) {
        return draft.isBlank()
                ? Optional.empty()
                : messages.newest(conversation.id()).map(message -> report(conversation, message, draft));
    }

    public TextRules rules(Conversation conversation) {
        return channels.of(conversation.network()).rules();
    }

    @Transactional
    public Written write(Conversation conversation, String draft, PersonId by) {
        var text = draft.strip().replace("\r\n", "\n");
        var message = messages.newest(conversation.id()).orElse(null);
        var rules = rules(conversation);
        if (text.isEmpty()) {
            return new Written.Empty();
        } else if (!rules.holds(text)) {
            return new Written.TooLong(rules.maxGraphemes());
        } else if (message == null || conversation.held()) {
            return new Written.NothingToAnswer();
        } else {
            var report = report(conversation, message, text);
            return report.risky() ? new Written.Risky(report) : keep(conversation, message, text, by);
        }
    }

    /**
     * Takes an answer back before it begins to leave.
     *
     * @return its words; empty when it is too late
     */
    @Transactional
    public Optional<String> takeBack(Conversation conversation, ReplyId id) {
        var taken = replies.takeBack(conversation.id(), id, clock.instant());
        taken.ifPresent(text -> events.publishEvent(Recorded.of("inbox.reply_taken_back")
                .on("reply", id.value())
                .at(conversation.facility().value())
                .hashes(hash(id.value().toString(), text), null)));
        return taken;
    }

    private Written keep(Conversation conversation, Messages.Answerable message, String text, PersonId by) {
        var now = clock.instant();
        var hash = hash(message.ref(), text);
        var reply = new Reply(
                new ReplyId(conversation.id().organisation(), Ids.next()),
                conversation.id(),
                message.id(),
                conversation.facility(),
                message.account(),
                conversation.network(),
                channels.of(conversation.network()).mintKey(now),
                new ReplyTo(message.ref(), root(message)),
                text,
                devanagari(text) ? "hi" : "en",
                hash,
                by,
                now,
                Reply.State.READY,
                now.plus(settings.undoWithin()),
                0,
                null,
                null);
        if (!replies.written(
                message.id(), hash, now.minus(SAME_WORDS), reply.id().organisation())) {
            replies.add(reply);
            events.publishEvent(Recorded.of("inbox.reply_written")
                    .on("reply", reply.id().value())
                    .at(reply.facility().value())
                    .hashes(null, hash));
        }
        return new Written.Waiting(reply.id());
    }

    private ReplyReport report(Conversation conversation, Messages.Answerable message, String draft) {
        var names = message.author().isBlank() ? List.<String>of() : List.of(message.author());
        return checks.checkReply(conversation.facility(), message.body(), draft, names);
    }

    private static String root(Messages.Answerable message) {
        @Nullable String root = message.rootRef();
        return root == null ? message.ref() : root;
    }

    static boolean devanagari(String text) {
        return text.codePoints()
                .anyMatch(letter -> Character.UnicodeScript.of(letter) == Character.UnicodeScript.DEVANAGARI);
    }

    /** Of exactly what would be sent, and to whom. */
    static String hash(String parentRef, String text) {
        try {
            var hash = MessageDigest.getInstance("SHA-256")
                    .digest((parentRef + "\n" + text).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
