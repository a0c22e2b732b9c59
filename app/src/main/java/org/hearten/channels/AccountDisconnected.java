package org.hearten.channels;

import java.time.Instant;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;
import org.jmolecules.event.annotation.DomainEvent;

/** The network refused the account's credentials. Nothing can be sent until a person connects it again. */
@DomainEvent
public record AccountDisconnected(AccountId account, Instant at) implements OfOrganisation {
    @Override
    public OrganisationId organisation() {
        return account.organisation();
    }
}
