package org.hearten.posts;

import java.util.UUID;
import org.hearten.facilities.Facility;

/** Words that are written once and used often. Names in braces stand for what the facility says of itself. */
public record Block(UUID id, Kind kind, String language, String name, String text) {

    /** Stored by name. */
    public enum Kind {
        /** A piece to put into a post. */
        BLOCK,
        /** A whole post to begin with. */
        TEMPLATE
    }

    /** With what this facility says of itself; what it does not say stays a name in braces, to be seen and filled. */
    public Block at(Facility facility) {
        return new Block(id, kind, language, name, facility.fill(text, language));
    }
}
