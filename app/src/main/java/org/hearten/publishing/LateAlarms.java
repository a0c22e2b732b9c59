package org.hearten.publishing;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.publishing.Shown.Happened;
import org.hearten.tenancy.OrganisationId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** A delivery that is later than promised is never late in silence: the alarm names what stands in the way. */
@Component
class LateAlarms {
    private static final Logger log = LoggerFactory.getLogger(LateAlarms.class);

    private final JdbcClient jdbc;
    private final DeliveryRows rows;
    private final DueWork due;
    private final History history;
    private final ApplicationEventPublisher events;
    private final MeterRegistry meters;
    private final Clock clock;

    LateAlarms(
            JdbcClient jdbc,
            DeliveryRows rows,
            DueWork due,
            History history,
            ApplicationEventPublisher events,
            MeterRegistry meters,
            Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.due = due;
        this.history = history;
        this.events = events;
        this.meters = meters;
        this.clock = clock;
    }

    /** @param cause message key */
    record Alarm(DeliveryId delivery, Instant raisedAt, DeliveryState state, String cause) {}

    @Transactional
    public void raise(OrganisationId organisation, Collection<UUID> ids) {
        var now = clock.instant();
        for (var row : rows.held(organisation, ids)) {
            if (!row.state.settled() || row.state == DeliveryState.DISCONNECTED) {
                raise(row, now);
            }
        }
        due.remove(
                DueWork.LATE,
                ids.stream().map(id -> new DeliveryId(organisation, id)).toList());
    }

    private void raise(DeliveryRow row, Instant now) {
        var cause = cause(row);
        jdbc.sql("""
                insert into late_alarm (organisation_id, delivery_id, facility_id, raised_at, state, cause)
                values (:organisation, :delivery, :facility, :at, :state, :cause)
                """)
                .param("organisation", row.id.organisation().value())
                .param("delivery", row.id.value())
                .param("facility", row.facility.value())
                .param("at", DeliveryRows.at(now))
                .param("state", row.state.name())
                .param("cause", cause)
                .update();
        history.add(List.of(new Happened(row.id, now, Step.LATE, row.attempts, cause, row.words, null)));
        events.publishEvent(Recorded.of("delivery.late")
                .on("delivery", row.id.value())
                .at(row.facility.value())
                .saying(cause));
        log.warn("delivery {} on {} is late: {} ({})", row.id.value(), row.network, row.state, cause);
        meters.counter("hearten.deliveries.late", "network", row.network.name(), "state", row.state.name())
                .increment();
    }

    private static String cause(DeliveryRow row) {
        if (row.cause != null) {
            return row.cause;
        } else {
            return switch (row.state) {
                case PLANNED -> "publishing.cause.not-reached";
                case SENDING -> "publishing.cause.under-way";
                case REMOVING -> "publishing.cause.being-removed";
                case HELD, RETRY, RATE_LIMITED, UNKNOWN, DISCONNECTED, SENT, REFUSED, CANCELLED, REMOVED ->
                    "publishing.cause.waiting";
            };
        }
    }

    /** Those whose delivery is still not settled, newest first. */
    List<Alarm> open(Collection<UUID> facilities) {
        return facilities.isEmpty()
                ? List.of()
                : jdbc.sql("""
                        select distinct on (d.id) d.organisation_id, d.id, a.raised_at, d.state,
                               coalesce(d.cause, a.cause) as cause
                          from late_alarm a
                          join delivery d on d.organisation_id = a.organisation_id and d.id = a.delivery_id
                         where a.facility_id in (:facilities)
                           and a.ended_at is null
                           and d.state not in ('SENT', 'REFUSED', 'CANCELLED', 'REMOVED')
                         order by d.id, a.raised_at desc
                        """)
                        .param("facilities", facilities)
                        .query((row, number) -> new Alarm(
                                new DeliveryId(
                                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                                        row.getObject("id", UUID.class)),
                                row.getObject("raised_at", OffsetDateTime.class).toInstant(),
                                DeliveryState.valueOf(row.getString("state")),
                                row.getString("cause")))
                        .list();
    }

    /** The alarm ends with what it was about. */
    void end(Collection<DeliveryRow> settled, Instant now) {
        if (!settled.isEmpty()) {
            jdbc.sql("""
                    update late_alarm
                       set ended_at = :now
                     where organisation_id = :organisation
                       and delivery_id = any(:deliveries)
                       and ended_at is null
                    """)
                    .param(
                            "organisation",
                            settled.iterator().next().id.organisation().value())
                    .param(
                            "deliveries",
                            settled.stream().map(row -> row.id.value()).toArray(UUID[]::new))
                    .param("now", DeliveryRows.at(now))
                    .update();
        }
    }
}
