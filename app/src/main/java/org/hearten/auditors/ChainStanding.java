package org.hearten.auditors;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.hearten.audit.AuditVerifier;
import org.hearten.audit.ChainReport;
import org.hearten.tenancy.OrganisationId;
import org.springframework.stereotype.Component;

/** The verifier's last word on each chain, kept for a short while: the page may be opened often, a chain is long. */
@Component
class ChainStanding {
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final AuditVerifier verifier;
    private final Map<OrganisationId, Read> reports = new ConcurrentHashMap<>();

    ChainStanding(AuditVerifier verifier) {
        this.verifier = verifier;
    }

    ChainReport of(OrganisationId organisation) {
        return reports.compute(
                        organisation, (ignored, last) -> last != null && last.isFresh() ? last : read(organisation))
                .report();
    }

    private Read read(OrganisationId organisation) {
        return new Read(verifier.verify(organisation), System.nanoTime());
    }

    private record Read(ChainReport report, long readAt) {
        boolean isFresh() {
            return System.nanoTime() - readAt < KEPT.toNanos();
        }
    }
}
