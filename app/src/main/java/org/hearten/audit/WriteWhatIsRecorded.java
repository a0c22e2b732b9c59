package org.hearten.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.Tenancy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An entry commits with what it describes: this listener runs inside the publisher's transaction and needs one. */
@Component
class WriteWhatIsRecorded {
    private final NamedParameterJdbcTemplate batches;
    private final Clock clock;

    WriteWhatIsRecorded(NamedParameterJdbcTemplate batches, Clock clock) {
        this.batches = batches;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Recorded what) {
        write(List.of(what));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RecordedTogether together) {
        write(together.all());
    }

    private void write(List<Recorded> all) {
        var caller = Tenancy.require();
        var at = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        batches.batchUpdate(
                """
                insert into audit_entry (organisation_id, id, recorded_at, person_id, actor, came_from,
                                         action, object_kind, object_id, facility_id, before_hash, after_hash, detail)
                values (:organisation, :id, :at, :person, :actor, :from,
                        :action, :kind, :object, :facility, :before, :after, :detail)
                """,
                all.stream()
                        .map(what -> new MapSqlParameterSource(
                                        "organisation", caller.organisation().value())
                                .addValue("id", Ids.next())
                                .addValue("at", at)
                                .addValue("person", caller.person())
                                .addValue("actor", caller.name())
                                .addValue("from", caller.from())
                                .addValue("action", what.action())
                                .addValue("kind", what.objectKind())
                                .addValue("object", what.object())
                                .addValue("facility", what.facility())
                                .addValue("before", what.before())
                                .addValue("after", what.after())
                                .addValue("detail", what.detail()))
                        .toArray(SqlParameterSource[]::new));
    }
}
