package org.hearten.posts;

import java.time.Instant;
import java.time.LocalDate;
import org.hearten.facilities.FacilityId;
import org.jspecify.annotations.Nullable;

/** Where a post stands, without its words. */
record Standing(
        PostId id,
        FacilityId facility,
        String contentHash,
        Stage stage,
        @Nullable Instant dueAt,
        @Nullable LocalDate reviewBy) {
    boolean reviewIsDue(LocalDate today) {
        return reviewBy != null && reviewBy.isBefore(today);
    }
}
