package org.hearten.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One line of the record, as it was written. */
public record Entry(
        UUID id,
        Instant at,
        @Nullable UUID person,
        String actor,
        String from,
        String action,
        String objectKind,
        @Nullable UUID object,
        @Nullable UUID facility,
        @Nullable String before,
        @Nullable String after,
        @Nullable String detail) {

    static Entry read(ResultSet row, int number) throws SQLException {
        return new Entry(
                row.getObject("id", UUID.class),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getObject("person_id", UUID.class),
                row.getString("actor"),
                row.getString("came_from"),
                row.getString("action"),
                row.getString("object_kind"),
                row.getObject("object_id", UUID.class),
                row.getObject("facility_id", UUID.class),
                row.getString("before_hash"),
                row.getString("after_hash"),
                row.getString("detail"));
    }

    /** The same words under another id: how the verifier recognises two entries that changed places. */
    Entry under(UUID otherId) {
        return new Entry(otherId, at, person, actor, from, action, objectKind, object, facility, before, after, detail);
    }
}
