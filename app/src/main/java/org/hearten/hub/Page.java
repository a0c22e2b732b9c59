package org.hearten.hub;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One post as the public reads it. */
public record Page(
        PageId id,
        String language,
        String title,
        String body,
        List<Image> pictures,
        List<Reference> sources,
        @Nullable String checkedBy,
        Instant publishedAt,
        Instant changedAt,
        int comments) {
    private static final int WORDS_A_MINUTE = 180;
    private static final int EXCERPT_CHARACTERS = 160;

    /** Width and height in pixels. */
    public record Image(int place, String altText, int width, int height) {}

    /** Where a claim comes from. The address may be empty. */
    public record Reference(String title, String publisher, String address) {
        /** An author types it, so it is looked at again before it becomes a link. */
        public @Nullable String safeAddress() {
            return Linked.isAddress(address) ? address : null;
        }
    }

    public List<Linked.Paragraph> paragraphs() {
        return Linked.paragraphs(body);
    }

    public int minutes() {
        return Math.max(1, Math.ceilDiv(words(), WORDS_A_MINUTE));
    }

    private int words() {
        var words = 0;
        var inside = false;
        for (int at = 0; at < body.length(); at++) {
            var space = Character.isWhitespace(body.charAt(at));
            words += !space && !inside ? 1 : 0;
            inside = !space;
        }
        return words;
    }

    /** The first words, cut between two of them. */
    public String excerpt() {
        var words = beginning();
        if (words.length() <= EXCERPT_CHARACTERS) {
            return words;
        } else {
            var cut = words.lastIndexOf(' ', EXCERPT_CHARACTERS);
            return words.substring(0, cut > 0 ? cut : EXCERPT_CHARACTERS) + "…";
        }
    }

    /** With one space between two words, and no longer than it takes to see that more follows the excerpt. */
    private String beginning() {
        var beginning = new StringBuilder(EXCERPT_CHARACTERS + 2);
        for (int at = 0; at < body.length() && beginning.length() <= EXCERPT_CHARACTERS + 1; at++) {
            var letter = body.charAt(at);
            if (!Character.isWhitespace(letter)) {
                beginning.append(letter);
            } else if (!beginning.isEmpty() && beginning.charAt(beginning.length() - 1) != ' ') {
                beginning.append(' ');
            }
        }
        return beginning.toString().strip();
    }
}
