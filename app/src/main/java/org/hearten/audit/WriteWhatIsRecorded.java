package org.hearten.audit;

import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.Rows;
import org.hearten.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
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
        write(List.of(what));
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(RecordedTogether together) {
        write(together.all());
    }

    private void write(List<Recorded> all) {
        var caller = Tenancy.require();
        var at = clock.instant();
        jdbc.sql("""
                insert into audit_entry (organisation_id, id, recorded_at, person_id, actor, came_from,
                                         action, object_kind, object_id, facility_id, before_hash, after_hash, detail)
                select organisation_id, id, recorded_at, person_id, actor, came_from,
                       action, object_kind, object_id, facility_id, before_hash, after_hash, detail
                  from json_populate_recordset(null::audit_entry, cast(:rows as json))
                """)
                .param("rows", Rows.of(all, what -> entry(what, caller, at)))
                .update();
    }

    private static Map<String, @Nullable Object> entry(Recorded what, Caller caller, Instant at) {
        var entry = new HashMap<String, @Nullable Object>();
        entry.put("organisation_id", caller.organisation().value());
        entry.put("id", Ids.next());
        entry.put("recorded_at", at);
        entry.put("person_id", caller.person());
        entry.put("actor", caller.name());
        entry.put("came_from", caller.from());
        entry.put("action", what.action());
        entry.put("object_kind", what.objectKind());
        entry.put("object_id", what.object());
        entry.put("facility_id", what.facility());
        entry.put("before_hash", what.before());
        entry.put("after_hash", what.after());
        entry.put("detail", what.detail());
        return entry;
    }
}
