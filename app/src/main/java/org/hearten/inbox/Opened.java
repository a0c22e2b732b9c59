package org.hearten.inbox;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.facilities.Facility;
import org.hearten.guard.ReplyReport;
import org.hearten.phrases.Phrase;
import org.jspecify.annotations.Nullable;

/**
 * A thread as one person reads it.
 *
 * @param revealed a message shown whole, because this person asked for it with a reason; null otherwise
 * @param maxGraphemes how long an answer may be on this network
 */
public record Opened(
        Conversation conversation,
        Facility facility,
        List<Message> messages,
        List<Reply> replies,
        List<Note> notes,
        List<Phrase> phrases,
        Map<UUID, String> names,
        @Nullable Revealed revealed,
        Draft draft,
        int maxGraphemes,
        Instant now,
        boolean mayAnswer) {

    public record Revealed(UUID message, String text) {}

    /** What the person typed so far, what the guard says to it, and a problem's message key. */
    public record Draft(
            String text,
            @Nullable ReplyReport report,
            @Nullable String problem) {
        public static final Draft EMPTY = new Draft("", null, null);

        public boolean blocked() {
            return report != null && report.risky();
        }
    }

    /** Messages, answers and notes in the order they were said. */
    public List<Object> talk() {
        var talk = new ArrayList<Object>(messages);
        talk.addAll(replies);
        talk.addAll(notes);
        talk.sort(Comparator.comparing(Opened::at));
        return talk;
    }

    /** An answer is on its way, so the page looks again by itself. */
    public boolean waits() {
        return replies.stream().anyMatch(Reply::onItsWay);
    }

    /** The guard's words are offered in the language of the draft. */
    public String insteadLanguage() {
        return Answering.devanagari(draft.text()) ? "hi" : "en";
    }

    private static Instant at(Object said) {
        return switch (said) {
            case Message message -> message.at();
            case Reply reply -> reply.writtenAt();
            case Note note -> note.writtenAt();
            default -> throw new IllegalArgumentException();
        };
    }

    Opened with(Draft other) {
        return new Opened(
                conversation,
                facility,
                messages,
                replies,
                notes,
                phrases,
                names,
                revealed,
                other,
                maxGraphemes,
                now,
                mayAnswer);
    }

    Opened with(Revealed other) {
        return new Opened(
                conversation,
                facility,
                messages,
                replies,
                notes,
                phrases,
                names,
                other,
                draft,
                maxGraphemes,
                now,
                mayAnswer);
    }
}
