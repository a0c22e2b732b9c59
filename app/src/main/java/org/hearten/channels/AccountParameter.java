package org.hearten.channels;

import java.util.Optional;
import java.util.UUID;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Whereabouts;
import org.hearten.tenancy.OrganisationId;
import org.springframework.stereotype.Component;

/** {@code {account}} in a path lives in the facility that speaks through it. */
@Component
class AccountParameter implements Whereabouts {
    private final Accounts accounts;

    AccountParameter(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public String variable() {
        return "account";
    }

    @Override
    public Optional<FacilityId> facilityOf(OrganisationId organisation, UUID id) {
        return accounts.find(new AccountId(organisation, id)).map(Account::facility);
    }
}
