package org.hearten.posts;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.hearten.channels.Network;
import org.hearten.facilities.FacilityId;
import org.hearten.people.PersonId;
import org.jspecify.annotations.Nullable;

/**
 * A post as it stands.
 *
 * @param text the main text; a version without words of its own says the same
 * @param language en or hi
 * @param revision counts every change; whoever saves names the one they saw
 * @param dueAt when it shall go out, or null while nobody said so
 * @param contentHash of everything a reader or an approver sees, hex: see {@link ContentHash}
 * @param scheduledBy who gave it its time
 * @param reviewBy when somebody must look at its words again
 */
public record Post(
        PostId id,
        FacilityId facility,
        String title,
        String text,
        Pillar pillar,
        String language,
        Stage stage,
        int revision,
        @Nullable Instant dueAt,
        PersonId author,
        List<Version> versions,
        List<Source> sources,
        List<Attachment> pictures,
        String contentHash,
        @Nullable PersonId scheduledBy,
        Instant changedAt,
        PersonId changedBy,
        @Nullable LocalDate reviewBy) {

    public Post {
        versions = List.copyOf(versions);
        sources = List.copyOf(sources);
        pictures = List.copyOf(pictures);
    }

    public Optional<Version> version(Network network) {
        return versions.stream().filter(version -> version.network() == network).findFirst();
    }

    /** Not yet out, and not on its way: its words may change. */
    public boolean open() {
        return stage.open();
    }

    Post with(List<Version> itsVersions, List<Source> itsSources, List<Attachment> itsPictures) {
        return new Post(
                id,
                facility,
                title,
                text,
                pillar,
                language,
                stage,
                revision,
                dueAt,
                author,
                itsVersions,
                itsSources,
                itsPictures,
                contentHash,
                scheduledBy,
                changedAt,
                changedBy,
                reviewBy);
    }

    /** Its words have stood for so long that somebody must look at them again. */
    public boolean reviewIsDue(LocalDate today) {
        return reviewBy != null && reviewBy.isBefore(today);
    }

    Draft draft() {
        return new Draft(facility, title, text, pillar, language, versions, sources, pictures);
    }
}
