package org.hearten.channels;

import java.util.List;
import java.util.UUID;
import org.hearten.facilities.FacilityId;
import org.jspecify.annotations.Nullable;

/** One version of a post, or one reply, as it leaves. {@code subject} is the post's or the reply's id. */
public record Outgoing(
        String title,
        String text,
        String language,
        List<Picture> pictures,
        @Nullable ReplyTo replyTo,
        FacilityId facility,
        UUID subject) {
    public Outgoing {
        pictures = List.copyOf(pictures);
    }
}
