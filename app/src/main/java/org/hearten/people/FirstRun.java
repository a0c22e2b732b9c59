package org.hearten.people;

import java.time.ZoneId;
import java.util.List;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.Jurisdiction;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A Hearten that nobody has set up yet founds its first organisation and administrator, once. */
@Service
public class FirstRun {
    private final JdbcClient jdbc;
    private final Facilities facilities;
    private final People people;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private volatile boolean done;

    FirstRun(
            JdbcClient jdbc,
            Facilities facilities,
            People people,
            Tenancy tenancy,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.facilities = facilities;
        this.people = people;
        this.tenancy = tenancy;
        this.transaction = new TransactionTemplate(transactions);
    }

    public boolean isDue() {
        if (!done) {
            done = !facilities.organisations().isEmpty();
        }
        return !done;
    }

    /** Everything or nothing; of two at once the second finds the house taken. */
    boolean found(
            String organisation,
            String facility,
            String slug,
            ZoneId zone,
            Jurisdiction jurisdiction,
            String name,
            String email,
            String password,
            String address) {
        var caller = new Caller(new OrganisationId(Ids.next()), null, "first-run", address);
        return tenancy.as(
                caller,
                () -> Boolean.TRUE.equals(transaction.execute(ignored -> {
                    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('first run', 0))")
                            .query(row -> {});
                    if (!facilities.organisations().isEmpty()) {
                        return false;
                    } else {
                        facilities.found(organisation);
                        var first =
                                facilities.open(slug, facility, "", "", "", "", "", zone, jurisdiction, 190, List.of());
                        var administrator = people.add(name, email, password);
                        for (var role : Role.values()) {
                            people.grant(administrator, role, first, null);
                        }
                        return true;
                    }
                })));
    }
}
