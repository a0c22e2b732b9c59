package org.hearten.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Rows;
import org.hearten.tenancy.Tenancy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Puts settled entries of the caller's organisation into its chain. Any number of processes may try at once. */
@Component
class Sealing {
    private static final int ENTRIES_AT_ONCE = 5_000;

    private final JdbcClient jdbc;
    private final Chain chain;
    private final HeadFile headFile;
    private final AuditSettings settings;
    private final Clock clock;

    Sealing(JdbcClient jdbc, Chain chain, HeadFile headFile, AuditSettings settings, Clock clock) {
        this.jdbc = jdbc;
        this.chain = chain;
        this.headFile = headFile;
        this.settings = settings;
        this.clock = clock;
    }

    /** @return how many entries were sealed; call again while it is {@link #isFull full} */
    @Transactional
    public int seal() {
        var organisation = Tenancy.require().organisation();
        if (!alone(organisation)) {
            return 0;
        }
        var last = last(organisation).orElse(new Link(0, Chain.BEFORE_THE_FIRST, "0"));
        var settled = settled(organisation, last.sealedBefore());
        if (!settled.isEmpty()) {
            add(organisation, last, settled);
        }
        return settled.size();
    }

    static boolean isFull(int sealed) {
        return sealed == ENTRIES_AT_ONCE;
    }

    /** Lets the head of the chain leave the machine, when it has grown and the last export is old enough. */
    @Transactional
    public void exportHead(boolean now) {
        var organisation = Tenancy.require().organisation();
        var oldEnough =
                OffsetDateTime.ofInstant(clock.instant().minus(settings.audit().exportHeadsEvery()), ZoneOffset.UTC);
        var due = alone(organisation)
                && jdbc.sql("""
                        select not exists (select 1 from audit_head h
                                            where h.organisation_id = :organisation
                                              and (h.position = (select max(l.position) from audit_link l
                                                                  where l.organisation_id = :organisation)
                                                   or h.exported_at > :oldEnough and not :now))
                        """)
                        .param("organisation", organisation.value())
                        .param("oldEnough", oldEnough)
                        .param("now", now)
                        .query(Boolean.class)
                        .single();
        if (due) {
            last(organisation).ifPresent(link -> export(organisation, link));
        }
    }

    private void export(OrganisationId organisation, Link link) {
        var at = clock.instant();
        headFile.add(new Head(organisation, link.position(), HexFormat.of().formatHex(link.mac()), at));
        jdbc.sql("""
                insert into audit_head (organisation_id, position, exported_at)
                values (:organisation, :position, :at)
                """)
                .param("organisation", organisation.value())
                .param("position", link.position())
                .param("at", OffsetDateTime.ofInstant(at, ZoneOffset.UTC))
                .update();
    }

    private boolean alone(OrganisationId organisation) {
        return jdbc.sql("select pg_try_advisory_xact_lock(hashtextextended(:chain, 0))")
                .param("chain", "audit chain " + organisation.value())
                .query(Boolean.class)
                .single();
    }

    private Optional<Link> last(OrganisationId organisation) {
        return jdbc.sql("""
                select position, mac, sealed_before
                  from audit_link
                 where organisation_id = :organisation
                 order by position desc
                 limit 1
                """)
                .param("organisation", organisation.value())
                .query((row, number) ->
                        new Link(row.getLong("position"), row.getBytes("mac"), row.getString("sealed_before")))
                .optional();
    }

    /**
     * Entries whose transaction, and every older one, has ended. Transaction numbers of another server (after a restore)
     * may lie ahead of this one's: such rows are settled, and such a mark says nothing.
     */
    private List<Settled> settled(OrganisationId organisation, String sealedBefore) {
        return jdbc.sql("""
                with now as (
                  select pg_snapshot_xmin(pg_current_snapshot()) as oldest_running,
                         pg_snapshot_xmax(pg_current_snapshot()) as next
                )
                select e.id, e.recorded_at, e.person_id, e.actor, e.came_from, e.action, e.object_kind, e.object_id,
                       e.facility_id, e.before_hash, e.after_hash, e.detail, e.written_in, now.oldest_running
                  from audit_entry e, now
                 where e.organisation_id = :organisation
                   and e.written_in >= case when cast(:sealedBefore as xid8) > now.next then '0'::xid8
                                            else cast(:sealedBefore as xid8) end
                   and (e.written_in < now.oldest_running or e.written_in >= now.next)
                   and not exists (select 1 from audit_link l
                                    where l.organisation_id = e.organisation_id and l.entry_id = e.id)
                 order by e.written_in, e.id
                 limit :most
                """)
                .param("organisation", organisation.value())
                .param("sealedBefore", sealedBefore)
                .param("most", ENTRIES_AT_ONCE)
                .query(Settled::read)
                .list();
    }

    private void add(OrganisationId organisation, Link last, List<Settled> settled) {
        var sealedBefore = isFull(settled.size())
                ? settled.getLast().writtenIn() // the rest of that transaction comes next
                : settled.getLast().oldestRunning();
        var position = last.position();
        var mac = last.mac();
        var rows = new ArrayList<Map<String, Object>>(settled.size());
        for (var each : settled) {
            position++;
            mac = chain.link(organisation, position, mac, each.entry());
            rows.add(Map.of("position", position, "entry_id", each.entry().id(), "mac", mac));
        }
        jdbc.sql("""
                insert into audit_link (organisation_id, position, entry_id, mac, sealed_before, sealed_at)
                select :organisation, position, entry_id, mac, cast(:before as xid8), :at
                  from json_populate_recordset(null::audit_link, cast(:rows as json))
                """)
                .param("organisation", organisation.value())
                .param("before", sealedBefore)
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("rows", Rows.of(rows, row -> row))
                .update();
    }

    private record Link(long position, byte[] mac, String sealedBefore) {}

    private record Settled(Entry entry, String writtenIn, String oldestRunning) {
        static Settled read(ResultSet row, int number) throws SQLException {
            return new Settled(Entry.read(row, number), row.getString("written_in"), row.getString("oldest_running"));
        }
    }
}
