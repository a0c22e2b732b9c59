package org.hearten.audit;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The record of the caller's organisation, newest first. */
@Service
@Transactional(readOnly = true)
public class AuditTrail {
    private static final int ROWS_AT_ONCE = 1_000;

    private final JdbcClient jdbc;

    AuditTrail(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * What to look for; null means any.
     *
     * @param action the beginning of an action: a room ({@code post}) or the whole of it ({@code post.approved})
     * @param from first moment, inclusive
     * @param until first moment that is too late
     * @param facilities entries of these
     * @param organisation and also entries that belong to no facility
     */
    public record Question(
            @Nullable UUID person,
            @Nullable String action,
            @Nullable UUID object,
            @Nullable Instant from,
            @Nullable Instant until,
            Collection<UUID> facilities,
            boolean organisation) {}

    /** The last entry a page showed; the next page begins after it. */
    public record Place(Instant at, UUID id) {}

    public List<Entry> page(Question question, @Nullable Place after, int entries) {
        return asked(question, after, entries).query(Entry::read).list();
    }

    /** Hands over every entry that answers the question, without holding them all in memory. */
    public void each(Question question, Consumer<Entry> reader) {
        asked(question, null, Integer.MAX_VALUE).withFetchSize(ROWS_AT_ONCE).query(row -> {
            reader.accept(Entry.read(row, 0));
        });
    }

    /** Every action there is in the record, for the filter. */
    public List<String> actions() {
        return jdbc.sql("""
                with recursive action as (
                  (select action from audit_entry order by action limit 1)
                  union all
                  select (select e.action from audit_entry e where e.action > a.action order by e.action limit 1)
                    from action a
                   where a.action is not null)
                select action from action where action is not null
                """).query(String.class).list();
    }

    private JdbcClient.StatementSpec asked(Question question, @Nullable Place after, int entries) {
        return jdbc.sql("""
                select e.id, e.recorded_at, e.person_id, e.actor, e.came_from, e.action, e.object_kind, e.object_id,
                       e.facility_id, e.before_hash, e.after_hash, e.detail
                  from audit_entry e
                 where (cast(:person as uuid) is null or e.person_id = :person)
                   and (cast(:action as text) is null or e.action = :action or starts_with(e.action, :action || '.'))
                   and (cast(:object as uuid) is null or e.object_id = :object)
                   and (cast(:from as timestamptz) is null or e.recorded_at >= :from)
                   and (cast(:until as timestamptz) is null or e.recorded_at < :until)
                   and (e.facility_id = any(:facilities) or e.facility_id is null and :organisation)
                   and (cast(:afterAt as timestamptz) is null or (e.recorded_at, e.id) < (:afterAt, :afterId))
                 order by e.recorded_at desc, e.id desc
                 limit :most
                """)
                .param("person", question.person())
                .param("action", question.action())
                .param("object", question.object())
                .param("from", at(question.from()))
                .param("until", at(question.until()))
                .param("facilities", question.facilities().toArray(UUID[]::new))
                .param("organisation", question.organisation())
                .param("afterAt", after == null ? null : at(after.at()))
                .param("afterId", after == null ? null : after.id())
                .param("most", entries);
    }

    private static @Nullable OffsetDateTime at(@Nullable Instant moment) {
        return moment == null ? null : OffsetDateTime.ofInstant(moment, ZoneOffset.UTC);
    }
}
