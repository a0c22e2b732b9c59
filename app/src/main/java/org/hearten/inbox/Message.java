package org.hearten.inbox;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hearten.channels.Heard;

/**
 * What somebody said, with what is private hidden.
 *
 * @param hidden how many details are hidden; -1 when the guard failed and the whole is hidden
 */
public record Message(
        UUID id,
        String author,
        List<Masked.Piece> pieces,
        int hidden,
        Heard.Kind kind,
        Instant at,
        String url,
        String ref,
        boolean withdrawn) {}
