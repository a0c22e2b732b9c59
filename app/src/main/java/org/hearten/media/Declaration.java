package org.hearten.media;

import java.time.Instant;
import org.hearten.people.PersonId;

/** Somebody looked at a picture and said: no face can be recognised in it, and no text read. */
public record Declaration(PictureId picture, PersonId by, As as, Instant at) {

    /** Stored by name. */
    public enum As {
        AUTHOR,
        APPROVER
    }
}
