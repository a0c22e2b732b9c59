package org.hearten.people;

import java.util.Optional;
import java.util.UUID;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.Facility;
import org.hearten.facilities.FacilityId;
import org.hearten.tenancy.OrganisationId;
import org.springframework.stereotype.Component;

/** {@code {facility}} in a path, or {@code facility} in a form, is the facility itself. */
@Component
class FacilityParameter implements Whereabouts {
    private final Facilities facilities;

    FacilityParameter(Facilities facilities) {
        this.facilities = facilities;
    }

    @Override
    public String variable() {
        return "facility";
    }

    @Override
    public Optional<FacilityId> facilityOf(OrganisationId organisation, UUID id) {
        return facilities.find(new FacilityId(organisation, id)).map(Facility::id);
    }
}
