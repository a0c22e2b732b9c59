package org.hearten.publishing;

import java.util.Optional;
import java.util.UUID;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Whereabouts;
import org.hearten.tenancy.OrganisationId;
import org.springframework.stereotype.Component;

/** {@code {delivery}} in a path lives where its post lives. */
@Component
class DeliveryParameter implements Whereabouts {
    private final DeliveryRows rows;

    DeliveryParameter(DeliveryRows rows) {
        this.rows = rows;
    }

    @Override
    public String variable() {
        return "delivery";
    }

    @Override
    public Optional<FacilityId> facilityOf(OrganisationId organisation, UUID id) {
        return rows.find(new DeliveryId(organisation, id)).map(row -> row.facility);
    }
}
