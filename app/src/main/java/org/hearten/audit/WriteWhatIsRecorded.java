package org.hearten.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.Tenancy;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** An entry commits with what it describes: this listener runs inside the publisher's transaction and needs one. */
@Component
class WriteWhatIsRecorded {
    private final JdbcClient jdbc;
    private final Clock clock;

    WriteWhatIsRecorded(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(Recorded what) {
        var caller = Tenancy.require();
        jdbc.sql("""
                insert into audit_entry (organisation_id, id, recorded_at, person_id, actor, came_from,
                                         action, object_kind, object_id, facility_id, before_hash, after_hash, detail)
                values (:organisation, :id, :at, :person, :actor, :from,
                        :action, :kind, :object, :facility, :before, :after, :detail)
                """)
                .param("organisation", caller.organisation().value())
                .param("id", Ids.next())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("person", caller.person())
                .param("actor", caller.name())
                .param("from", caller.from())
                .param("action", what.action())
                .param("kind", what.objectKind())
                .param("object", what.object())
                .param("facility", what.facility())
                .param("before", what.before())
                .param("after", what.after())
                .param("detail", what.detail())
                .update();
    }
}
