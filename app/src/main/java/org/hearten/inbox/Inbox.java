package org.hearten.inbox;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.channels.Network;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.hub.CommentId;
import org.hearten.hub.Comments;
import org.hearten.people.People;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.phrases.Phrases;
import org.hearten.tenancy.Ids;
import org.hearten.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The one list of everything people say, and what a person may do with a thread. */
@Service
@Transactional(readOnly = true)
public class Inbox {
    static final int PAGE_SIZE = 30;
    private static final int MAX_NOTE_CHARACTERS = 4_000;

    private final Conversations conversations;
    private final Messages messages;
    private final Replies replies;
    private final Notes notes;
    private final Phrases phrases;
    private final Answering answering;
    private final Comments comments;
    private final Facilities facilities;
    private final People people;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Inbox(
            Conversations conversations,
            Messages messages,
            Replies replies,
            Notes notes,
            Phrases phrases,
            Answering answering,
            Comments comments,
            Facilities facilities,
            People people,
            ApplicationEventPublisher events,
            Clock clock) {
        this.conversations = conversations;
        this.messages = messages;
        this.replies = replies;
        this.notes = notes;
        this.phrases = phrases;
        this.answering = answering;
        this.comments = comments;
        this.facilities = facilities;
        this.people = people;
        this.events = events;
        this.clock = clock;
    }

    public Optional<FacilityId> facilityOf(ConversationId id) {
        return conversations.facilityOf(id);
    }

    /** How many threads wait for a reply in these facilities. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public int needReply(List<FacilityId> where, UUID person) {
        return where.isEmpty() ? 0 : conversations.count(where, person).needReply();
    }

    Listed list(SignedIn me, Shown shown, @Nullable Network network, @Nullable String after) {
        var where = me.looksAt(Role.COMMUNITY_MANAGER, Role.COMPLIANCE_OFFICER);
        var mine = me.person().value();
        var found = conversations.list(where, shown, mine, network, Bookmark.of(after, shown), PAGE_SIZE + 1);
        var page = found.stream().limit(PAGE_SIZE).toList();
        var counted = where.isEmpty() ? new Conversations.Counted(0, 0, 0) : conversations.count(where, mine);
        return new Listed(
                page,
                shown,
                network,
                found.size() > PAGE_SIZE ? Bookmark.after(page.getLast()).word() : null,
                counted.needReply(),
                counted.mine(),
                counted.open(),
                people.names(),
                clock.instant());
    }

    Opened open(SignedIn me, ConversationId id) {
        var conversation = get(id);
        return new Opened(
                conversation,
                facilities.get(conversation.facility()),
                messages.of(id),
                replies.of(id),
                notes.of(id),
                phrases.all(id.organisation()),
                people.names(),
                null,
                Opened.Draft.EMPTY,
                answering.rules(conversation).maxGraphemes(),
                clock.instant(),
                me.may(Role.COMMUNITY_MANAGER, conversation.facility()));
    }

    Conversation get(ConversationId id) {
        return conversations.find(id).orElseThrow(Refusal::notFound);
    }

    /** @throws Refusal (400) when it says nothing, or too much */
    @Transactional
    void note(SignedIn me, ConversationId id, String text) {
        var words = text.replace("\r\n", "\n").strip();
        if (words.isEmpty() || words.length() > MAX_NOTE_CHARACTERS) {
            throw new Refusal(HttpStatus.BAD_REQUEST, "inbox.note.unclear", MAX_NOTE_CHARACTERS);
        }
        var conversation = get(id);
        notes.add(id, new Note(Ids.next(), me.person().value(), clock.instant(), words));
        record("inbox.note_written", conversation, null);
    }

    @Transactional
    void assign(SignedIn me, ConversationId id) {
        conversations.assign(id, me.person(), clock.instant());
        record("inbox.conversation_assigned", get(id), null);
    }

    @Transactional
    void close(SignedIn me, ConversationId id) {
        if (conversations.close(id, me.person(), clock.instant())) {
            record("inbox.conversation_closed", get(id), null);
        }
    }

    @Transactional
    void reopen(ConversationId id) {
        if (conversations.reopen(id)) {
            record("inbox.conversation_reopened", get(id), null);
        }
    }

    /** Lets the public read a comment on the Hub. */
    @Transactional
    void show(SignedIn me, ConversationId id) {
        comment(id).forEach(comment -> comments.show(comment, me.person()));
        conversations.decided(id);
    }

    /** The public never reads it; there is nothing left to answer. */
    @Transactional
    void refuse(SignedIn me, ConversationId id) {
        comment(id).forEach(comment -> comments.refuse(comment, me.person()));
        conversations.decided(id);
        close(me, id);
    }

    private List<CommentId> comment(ConversationId id) {
        return get(id).network() == Network.HUB
                ? messages.of(id).stream()
                        .map(message -> CommentId.of(id.organisation(), message.ref()))
                        .toList()
                : List.of();
    }

    /** Written, and committed, before anything is shown. */
    @Transactional(propagation = Propagation.REQUIRES_NEW)
    public void recordReveal(ConversationId id, UUID message, Reason reason) {
        if (messages.find(id, message).isEmpty()) {
            throw Refusal.notFound();
        }
        events.publishEvent(Recorded.of("inbox.message_revealed")
                .on("message", message)
                .at(get(id).facility().value())
                .saying(reason.name()));
    }

    Opened.Revealed reveal(ConversationId id, UUID message) {
        var found = messages.find(id, message).orElseThrow(Refusal::notFound);
        return new Opened.Revealed(message, found.body());
    }

    private void record(String action, Conversation conversation, @Nullable String detail) {
        events.publishEvent(Recorded.of(action)
                .on("conversation", conversation.id().value())
                .at(conversation.facility().value())
                .saying(detail));
    }
}
