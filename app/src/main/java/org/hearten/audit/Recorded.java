package org.hearten.audit;

import java.util.UUID;
import org.jmolecules.event.annotation.DomainEvent;
import org.jspecify.annotations.Nullable;

/**
 * Something was done, and the record must hold it. Written synchronously, in the publisher's transaction; who, when and
 * from where are taken from the caller.
 *
 * @param action what happened, in the past tense with its room first: {@code "post.approved"}
 * @param objectKind the kind of thing it happened to, such as {@code "post"}
 * @param before hash of the thing before, hex, or null
 * @param after hash of the thing after, hex, or null
 * @param facility the facility it belongs to, or null when it concerns the whole organisation
 * @param detail words of the system alone (a state, a role, a count): never text a person typed
 */
@DomainEvent
public record Recorded(
        String action,
        String objectKind,
        @Nullable UUID object,
        @Nullable UUID facility,
        @Nullable String before,
        @Nullable String after,
        @Nullable String detail) {

    public static Recorded of(String action) {
        return new Recorded(action, "", null, null, null, null, null);
    }

    public Recorded on(String kind, @Nullable UUID id) {
        return new Recorded(action, kind, id, facility, before, after, detail);
    }

    public Recorded at(@Nullable UUID facilityId) {
        return new Recorded(action, objectKind, object, facilityId, before, after, detail);
    }

    public Recorded hashes(@Nullable String beforeHash, @Nullable String afterHash) {
        return new Recorded(action, objectKind, object, facility, beforeHash, afterHash, detail);
    }

    public Recorded saying(@Nullable String words) {
        return new Recorded(action, objectKind, object, facility, before, after, words);
    }
}
