package org.hearten.media;

import java.util.Optional;
import java.util.UUID;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Whereabouts;
import org.hearten.tenancy.OrganisationId;
import org.springframework.stereotype.Component;

/** {@code {picture}} in a path belongs to the facility that uploaded it. */
@Component
class PictureParameter implements Whereabouts {
    private final Media media;

    PictureParameter(Media media) {
        this.media = media;
    }

    @Override
    public String variable() {
        return "picture";
    }

    @Override
    public Optional<FacilityId> facilityOf(OrganisationId organisation, UUID id) {
        return media.find(new PictureId(organisation, id)).map(StoredPicture::facility);
    }
}
