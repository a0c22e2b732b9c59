package org.hearten.hub;

import org.hearten.channels.Accounts;
import org.hearten.channels.Network;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityOpened;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** A facility has its own public place from the moment it is opened, in the same transaction. */
@Component
class OpenTheHub {
    private final Facilities facilities;
    private final Accounts accounts;

    OpenTheHub(Facilities facilities, Accounts accounts) {
        this.facilities = facilities;
        this.accounts = accounts;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(FacilityOpened opened) {
        var facility = facilities.get(opened.facility());
        accounts.connect(
                facility.id(), Network.HUB, facility.id().value().toString(), facility.slug(), facility.nameEnglish());
    }
}
