package org.hearten.demo;

import org.hearten.people.FirstRun;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Seeds the demo when nobody has set Hearten up: all of it in one transaction, or nothing. */
@Component
@ConditionalOnProperty("hearten.demo")
class SeedOnFirstStart implements ApplicationRunner {
    private final FirstRun firstRun;
    private final NarmadaHealthNetwork narmada;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;

    SeedOnFirstStart(
            FirstRun firstRun, NarmadaHealthNetwork narmada, Tenancy tenancy, PlatformTransactionManager transactions) {
        this.firstRun = firstRun;
        this.narmada = narmada;
        this.tenancy = tenancy;
        this.transaction = new TransactionTemplate(transactions);
    }

    @Override
    public void run(ApplicationArguments options) {
        if (firstRun.isDue()) {
            var organisation = new OrganisationId(Ids.next());
            tenancy.run(
                    Caller.system(organisation, "demo"),
                    () -> transaction.executeWithoutResult(ignored -> narmada.found()));
        }
    }
}
