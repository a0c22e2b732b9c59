package org.hearten.policies;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.facilities.FacilityId;
import org.hearten.keys.Keys;
import org.hearten.people.People;
import org.hearten.people.PersonId;
import org.hearten.tenancy.Glance;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Begins a pause, ends it, and says whether one stands. */
@Service
@Transactional(readOnly = true)
public class Pauses {
    private static final String REASON = "pause.reason";

    /** Stands where a person's id would, when Hearten itself began a pause. */
    static final UUID HEARTEN = new UUID(0, 0);

    private final JdbcClient jdbc;
    private final Glance glance;
    private final Keys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Pauses(JdbcClient jdbc, Glance glance, Keys keys, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.glance = glance;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** Newest first. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Pause> standing() {
        return glance.at("""
                select p.organisation_id, p.id, p.facility_id, p.reason, p.begun_by, p.begun_at,
                       null::uuid as released_by, null::timestamptz as released_at
                  from pause p
                 where not exists (select 1 from pause_release r
                                    where r.organisation_id = p.organisation_id and r.pause_id = p.id)
                 order by p.begun_at desc, p.id desc
                """, Map.of(), this::read);
    }

    /** For a reader: Hearten by its own name, a person by theirs. */
    static String beganIt(Pause pause, People people) {
        return pause.begunBy().value().equals(HEARTEN) ? "Hearten" : people.name(pause.begunBy());
    }

    /** The last hundred, newest first, standing or over. */
    public List<Pause> all() {
        return jdbc.sql("""
                select p.organisation_id, p.id, p.facility_id, p.reason, p.begun_by, p.begun_at,
                       r.released_by, r.released_at
                  from pause p
                  left join pause_release r on r.organisation_id = p.organisation_id and r.pause_id = p.id
                 order by r.released_at is null desc, p.begun_at desc, p.id desc
                 limit 100
                """).query(this::read).list();
    }

    public Optional<Pause> find(OrganisationId organisation, UUID id) {
        return all().stream().filter(pause -> pause.id().equals(id)).findFirst();
    }

    /** The pause that holds this facility, if one does. */
    public Optional<Pause> holding(FacilityId facility) {
        return standing().stream().filter(pause -> pause.holds(facility)).findFirst();
    }

    /**
     * Returns once every claim under way has committed or ended, so nothing starts to leave afterwards. Begun again while
     * it stands, it stays as it is.
     *
     * @param facility null: every facility of the organisation
     */
    @Transactional
    public UUID begin(@Nullable FacilityId facility, String reason, PersonId by) {
        var organisation = by.organisation();
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:pause, 0))")
                .param("pause", lock(organisation))
                .query(row -> {});
        var already = standing().stream()
                .filter(pause -> Objects.equals(pause.facility(), facility))
                .findFirst();
        return already.isPresent() ? already.get().id() : add(organisation, facility, reason, by);
    }

    /** Everything in the caller's organisation, on Hearten's own account. */
    @Transactional
    public void beginByItself(String reason) {
        begin(null, reason, new PersonId(Tenancy.require().organisation(), HEARTEN));
    }

    private UUID add(OrganisationId organisation, @Nullable FacilityId facility, String reason, PersonId by) {
        var id = Ids.next();
        var now = clock.instant();
        jdbc.sql("""
                insert into pause (organisation_id, id, facility_id, reason, begun_by, begun_at)
                values (:organisation, :id, :facility, :reason, :by, :at)
                """)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("facility", facility == null ? null : facility.value())
                .param("reason", keys.sealText(organisation, REASON, reason.strip()))
                .param("by", by.value())
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        events.publishEvent(Recorded.of("pause.begun").on("pause", id).at(facility == null ? null : facility.value()));
        events.publishEvent(new PauseBegun(organisation, facility, now));
        return id;
    }

    /** Released again, it stays released. */
    @Transactional
    public void release(UUID id, PersonId by) {
        var now = clock.instant();
        var released = jdbc.sql("""
                insert into pause_release (organisation_id, pause_id, released_by, released_at)
                values (:organisation, :id, :by, :at)
                on conflict do nothing
                """)
                .param("organisation", by.organisation().value())
                .param("id", id)
                .param("by", by.value())
                .param("at", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .update();
        if (released == 1) {
            var facility = find(by.organisation(), id).orElseThrow().facility();
            events.publishEvent(
                    Recorded.of("pause.released").on("pause", id).at(facility == null ? null : facility.value()));
            events.publishEvent(new PauseReleased(by.organisation(), facility, now));
        }
    }

    /** Those of one organisation's facilities that a pause holds. Until the claim commits, a new pause has to wait for it. */
    @Transactional(propagation = Propagation.MANDATORY)
    Set<FacilityId> holdingClaim(Set<FacilityId> facilities) {
        var organisation = facilities.iterator().next().organisation();
        jdbc.sql("select pg_advisory_xact_lock_shared(hashtextextended(:pause, 0))")
                .param("pause", lock(organisation))
                .query(row -> {});
        return new HashSet<>(jdbc.sql("""
                select facility
                  from unnest(:facilities) facility
                 where exists (
                  select 1 from pause p
                   where p.organisation_id = :organisation
                     and (p.facility_id is null or p.facility_id = facility)
                     and not exists (select 1 from pause_release r
                                      where r.organisation_id = p.organisation_id and r.pause_id = p.id))
                """)
                .param("facilities", facilities.stream().map(FacilityId::value).toArray(UUID[]::new))
                .param("organisation", organisation.value())
                .query((row, number) -> new FacilityId(organisation, row.getObject("facility", UUID.class)))
                .list());
    }

    private static String lock(OrganisationId organisation) {
        return "pause " + organisation.value();
    }

    private Pause read(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        var facility = row.getObject("facility_id", UUID.class);
        var releasedBy = row.getObject("released_by", UUID.class);
        var releasedAt = row.getObject("released_at", OffsetDateTime.class);
        return new Pause(
                row.getObject("id", UUID.class),
                facility == null ? null : new FacilityId(organisation, facility),
                keys.openText(organisation, REASON, row.getBytes("reason")),
                new PersonId(organisation, row.getObject("begun_by", UUID.class)),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                releasedBy == null ? null : new PersonId(organisation, releasedBy),
                releasedAt == null ? null : releasedAt.toInstant());
    }
}
