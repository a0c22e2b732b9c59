package org.hearten.hub;

import org.hearten.audit.Recorded;
import org.hearten.channels.Accounts;
import org.hearten.channels.Network;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.tenancy.Tenancy;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A facility has its own public place from the moment it is opened, in the same transaction. */
@Component
class OpenTheHub {
    private static final String OPENED = "facility.opened";

    private final Facilities facilities;
    private final Accounts accounts;

    OpenTheHub(Facilities facilities, Accounts accounts) {
        this.facilities = facilities;
        this.accounts = accounts;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Recorded recorded) {
        var opened = recorded.object();
        if (recorded.action().equals(OPENED) && opened != null) {
            var facility = facilities.get(new FacilityId(Tenancy.require().organisation(), opened));
            accounts.connect(facility.id(), Network.HUB, opened.toString(), facility.slug(), facility.nameEnglish());
        }
    }
}
