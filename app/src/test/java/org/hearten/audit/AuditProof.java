package org.hearten.audit;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.hearten.HeartenTest;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** For tests of the record: writes entries, reads them back, and tampers with them as the database's superuser. */
@HeartenTest
public abstract class AuditProof {
    @Autowired
    protected AuditVerifier verifier;

    @Autowired
    protected Sealer sealer;

    @Autowired
    protected Tenancy tenancy;

    @Autowired
    protected TransactionTemplate transaction;

    @Autowired
    protected JdbcClient jdbc;

    @Autowired
    private ApplicationEventPublisher events;

    @Value("${hearten.database.url}")
    private String pool;

    @Value("${hearten.keys}")
    private Path keys;

    /** One entry in a transaction of its own. */
    protected void record(OrganisationId organisation, String action) {
        tenancy.run(
                Caller.system(organisation, "test"), () -> transaction.executeWithoutResult(ignored -> note(action)));
    }

    /** One entry in the running transaction. */
    protected void note(String action) {
        events.publishEvent(Recorded.of(action).on("post", UUID.randomUUID()));
    }

    /** Ids in the order of the chain. */
    protected List<UUID> chained(OrganisationId organisation) {
        return tenancy.as(
                Caller.system(organisation, "test"),
                () -> transaction.execute(ignored -> jdbc.sql("select entry_id from audit_link order by position")
                        .query(UUID.class)
                        .list()));
    }

    /** What somebody could do who took over the database, but not the keys. */
    protected void asSuperuser(String... statements) {
        try (var connection = DriverManager.getConnection(
                        pool.replaceFirst("\\?.*", ""),
                        "postgres",
                        Files.readString(keys.resolve("database-postgres.password"))
                                .strip());
                var statement = connection.createStatement()) {
            for (var each : statements) {
                statement.execute(each);
            }
        } catch (SQLException | IOException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
