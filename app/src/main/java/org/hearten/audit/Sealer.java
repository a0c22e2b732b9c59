package org.hearten.audit;

import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Goes round all organisations every second and seals what has settled. Stops with the application, before the pool. */
@Component
@EnableConfigurationProperties(AuditSettings.class)
public class Sealer implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(Sealer.class);
    private static final long PATIENCE_AT_STOP = 5_000; // milliseconds

    private final Sealing sealing;
    private final Tenancy tenancy;
    private final JdbcClient jdbc;
    private final AuditSettings settings;
    private volatile @Nullable Thread rounds;
    private volatile CountDownLatch stopping = new CountDownLatch(1);

    Sealer(Sealing sealing, Tenancy tenancy, JdbcClient jdbc, AuditSettings settings) {
        this.sealing = sealing;
        this.tenancy = tenancy;
        this.jdbc = jdbc;
        this.settings = settings;
    }

    /** Seals everything that has settled by now, in every organisation. */
    public void sealAll() {
        organisations().forEach(this::seal);
    }

    /** Seals what has settled and lets the head leave the machine at once. */
    public void sealAndExport(OrganisationId organisation) {
        seal(organisation, true);
    }

    void seal(OrganisationId organisation) {
        seal(organisation, false);
    }

    private void seal(OrganisationId organisation, boolean exportNow) {
        tenancy.run(Caller.system(organisation, "audit"), () -> {
            while (Sealing.isFull(sealing.seal())) {
                // there may be more
            }
            sealing.exportHead(exportNow);
        });
    }

    List<OrganisationId> organisations() {
        return jdbc.sql("select organisation_id from organisation_list order by organisation_id")
                .query((row, number) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    @Override
    public void start() {
        var stop = new CountDownLatch(1);
        stopping = stop;
        rounds = Thread.ofPlatform().daemon().name("audit-sealer").start(() -> goRound(stop));
    }

    /** Lets the round under way end: an interrupt could leave half a line in the file of heads. */
    @Override
    public void stop() {
        var running = rounds;
        rounds = null;
        stopping.countDown();
        if (running != null) {
            try {
                running.join(PATIENCE_AT_STOP);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
        }
    }

    @Override
    public boolean isRunning() {
        return rounds != null;
    }

    private void goRound(CountDownLatch stop) {
        try {
            while (!stop.await(settings.audit().sealEvery().toMillis(), TimeUnit.MILLISECONDS)) {
                try {
                    sealAll();
                } catch (RuntimeException failed) {
                    if (stop.getCount() > 0) {
                        LOG.atError().setCause(failed).log("The record could not be sealed; trying again");
                    }
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
