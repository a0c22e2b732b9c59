package org.hearten.publishing;

import org.hearten.clearance.Answer;
import org.hearten.posts.Post;
import org.jspecify.annotations.Nullable;

/**
 * A delivery that asks to leave, and what every rule said.
 *
 * @param post what it is to say; null when that is no longer what the delivery promised
 */
record Leaving(DeliveryRow row, @Nullable Post post, Answer answer) {
    boolean cleared() {
        return post != null && answer.cleared();
    }

    int pictures() {
        return post == null ? 0 : post.pictures().size();
    }

    /** Message key of the first thing that stands in the way. */
    String held() {
        return answer.held().isEmpty()
                ? "publishing.held.nobody-cleared"
                : answer.held().getFirst().verdict().messageKey();
    }
}
