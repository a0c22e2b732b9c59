package org.hearten.channels;

import java.time.Instant;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** A new account, or one that was disconnected and now speaks again. Delivered after commit, at least once. */
@DomainEvent
public record AccountConnected(AccountId account, Instant at) implements OfOrganisation {
    @Override
    public OrganisationId organisation() {
        return account.organisation();
    }
}
