package org.hearten.audit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads a chain from its first link and names the first thing that is not as it was sealed. */
@Component
public class AuditVerifier {
    private static final int ROWS_AT_ONCE = 2_000;

    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final Chain chain;
    private final HeadFile headFile;
    private final Sealer sealer;
    private final TransactionTemplate oneView;

    AuditVerifier(
            JdbcClient jdbc,
            Tenancy tenancy,
            Chain chain,
            HeadFile headFile,
            Sealer sealer,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.chain = chain;
        this.headFile = headFile;
        this.sealer = sealer;
        this.oneView = new TransactionTemplate(transactions);
        this.oneView.setReadOnly(true);
        this.oneView.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
    }

    /** Every organisation there is or that ever had a head leave the machine. */
    public List<ChainReport> verifyAll() {
        var organisations = new LinkedHashSet<>(sealer.organisations());
        organisations.addAll(headFile.organisations());
        return organisations.stream().map(this::verify).toList();
    }

    public ChainReport verify(OrganisationId organisation) {
        var caller = Caller.system(organisation, "audit");
        return tenancy.as(caller, () -> Objects.requireNonNull(oneView.execute(ignored -> read(organisation))));
    }

    private ChainReport read(OrganisationId organisation) {
        var kept = headFile.of(organisation);
        var walk = new Walk(organisation, kept.heads());
        jdbc.sql("""
                select l.position, l.entry_id, l.mac, e.id, e.recorded_at, e.person_id, e.actor, e.came_from, e.action,
                       e.object_kind, e.object_id, e.facility_id, e.before_hash, e.after_hash, e.detail
                  from audit_link l
                  left join audit_entry e on e.organisation_id = l.organisation_id and e.id = l.entry_id
                 where l.organisation_id = :organisation
                 order by l.position
                """)
                .withFetchSize(ROWS_AT_ONCE)
                .param("organisation", organisation.value())
                .query(row -> {
                    var entry = row.getObject("id") == null ? null : Entry.read(row, 0);
                    walk.take(new Link(
                            row.getLong("position"),
                            row.getObject("entry_id", UUID.class),
                            row.getBytes("mac"),
                            entry));
                });
        walk.end();
        var waiting = jdbc.sql("""
                select count(*)
                  from audit_entry e
                 where e.organisation_id = :organisation
                   and not exists (select 1 from audit_link l
                                    where l.organisation_id = e.organisation_id and l.entry_id = e.id)
                """)
                .param("organisation", organisation.value())
                .query(Long.class)
                .single();
        return new ChainReport(
                organisation,
                walk.fault == null ? null : named(walk.fault, organisation, walk),
                walk.sound,
                walk.sealed,
                walk.lastSound == null ? null : walk.lastSound.at(),
                kept.heads().isEmpty() ? null : kept.heads().getLast(),
                waiting,
                kept.forgedLines());
    }

    private record Link(
            long position,
            UUID entryId,
            byte[] mac,
            @Nullable Entry entry) {}

    /** One pass over the links, in order. Stops judging at the first fault and goes on counting. */
    private final class Walk {
        private final OrganisationId organisation;
        private final List<Head> heads;
        private final Map<Long, Head> headAt = new HashMap<>();
        private byte[] before = Chain.BEFORE_THE_FIRST;
        private @Nullable ChainFault fault;
        private @Nullable Entry lastSound;
        private long sound;
        private long sealed;
        private long provenByHead;

        /** Kept when the fault may be an exchanged seal: the next link tells. */
        private byte @Nullable [] recomputed;

        Walk(OrganisationId organisation, List<Head> heads) {
            this.organisation = organisation;
            this.heads = heads;
            heads.forEach(head -> headAt.putIfAbsent(head.position(), head));
        }

        void take(Link link) {
            sealed++;
            if (fault == null) {
                judge(link);
            } else if (recomputed != null && link.entry() != null && fault instanceof ChainFault.Altered altered) {
                var followsTheEntry = chain.link(organisation, link.position(), recomputed, link.entry());
                if (Arrays.equals(followsTheEntry, link.mac())) {
                    fault = new ChainFault.SealExchanged(altered.position(), altered.entry());
                }
                recomputed = null;
            }
        }

        private void judge(Link link) {
            var expected = sound + 1;
            if (link.position() != expected) {
                fault = new ChainFault.Missing(expected, link.position() - 1);
            } else if (link.entry() == null) {
                fault = new ChainFault.Removed(link.position(), link.entryId());
            } else {
                var mac = chain.link(organisation, link.position(), before, link.entry());
                var head = headAt.get(link.position());
                if (!Arrays.equals(mac, link.mac())) {
                    fault = new ChainFault.Altered(link.position(), link.entryId());
                    recomputed = mac;
                } else if (head != null && !head.mac().equals(HexFormat.of().formatHex(mac))) {
                    fault = new ChainFault.Rewritten(link.position(), head);
                    sound = provenByHead;
                } else {
                    before = mac;
                    sound = link.position();
                    provenByHead = head == null ? provenByHead : link.position();
                    lastSound = link.entry();
                }
            }
        }

        void end() {
            if (fault == null) {
                heads.stream()
                        .filter(head -> head.position() > sound)
                        .findFirst()
                        .ifPresent(head -> fault = new ChainFault.TailCut(sound + 1, head));
            }
        }
    }

    /** An altered entry may be one of two that changed places: then both are named. */
    private ChainFault named(ChainFault fault, OrganisationId organisation, Walk walk) {
        if (fault instanceof ChainFault.Altered altered) {
            var links = linksFrom(organisation, altered.position());
            var here = links.getFirst();
            for (var other : links.subList(1, links.size())) {
                if (other.entry() != null && changedPlaces(organisation, walk.before, here, other)) {
                    return new ChainFault.Moved(here.position(), here.entryId(), other.position(), other.entryId());
                }
            }
        }
        return fault;
    }

    /** Either the rows of the chain were exchanged, whole or by their entry's id, or the words of the entries were. */
    private boolean changedPlaces(OrganisationId organisation, byte[] before, Link here, Link other) {
        var otherEntry = Objects.requireNonNull(other.entry());
        var sealedHere = chain.link(organisation, here.position(), before, otherEntry);
        var wordsOfOther = chain.link(organisation, here.position(), before, otherEntry.under(here.entryId()));
        return Arrays.equals(sealedHere, here.mac())
                || Arrays.equals(sealedHere, other.mac())
                || Arrays.equals(wordsOfOther, here.mac());
    }

    private List<Link> linksFrom(OrganisationId organisation, long position) {
        var links = new ArrayList<Link>();
        jdbc.sql("""
                select l.position, l.entry_id, l.mac, e.id, e.recorded_at, e.person_id, e.actor, e.came_from, e.action,
                       e.object_kind, e.object_id, e.facility_id, e.before_hash, e.after_hash, e.detail
                  from audit_link l
                  left join audit_entry e on e.organisation_id = l.organisation_id and e.id = l.entry_id
                 where l.organisation_id = :organisation
                   and l.position >= :position
                 order by l.position
                 limit 100000
                """)
                .param("organisation", organisation.value())
                .param("position", position)
                .query((row, number) -> new Link(
                        row.getLong("position"),
                        row.getObject("entry_id", UUID.class),
                        row.getBytes("mac"),
                        row.getObject("id") == null ? null : Entry.read(row, 0)))
                .list()
                .forEach(links::add);
        return links;
    }
}
