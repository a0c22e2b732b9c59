package org.hearten.people;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.facilities.FacilityId;
import org.hearten.keys.Keys;
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

/** The staff of the caller's organisation, and what each may do where. */
@Service
@Transactional(readOnly = true)
public class People {
    static final String SIGN_IN_DOOR = "sign-in";

    private final JdbcClient jdbc;
    private final Glance glance;
    private final Keys keys;
    private final Passwords passwords;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    People(
            JdbcClient jdbc,
            Glance glance,
            Keys keys,
            Passwords passwords,
            ApplicationEventPublisher events,
            Clock clock) {
        this.jdbc = jdbc;
        this.glance = glance;
        this.keys = keys;
        this.passwords = passwords;
        this.events = events;
        this.clock = clock;
    }

    public List<Person> all() {
        return people("order by p.name, p.id", Map.of());
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public Optional<Person> find(PersonId id) {
        var found = new ArrayList<Person>();
        var grants = new ArrayList<Grant>();
        glance.at("""
                select p.organisation_id, p.id, p.name, p.email, p.active, p.totp_secret is not null as second_factor,
                       g.facility_id, g.role, g.valid_until
                  from person p
                  left join role_grant g on g.organisation_id = p.organisation_id and g.person_id = p.id
                 where p.organisation_id = :organisation and p.id = :id
                 order by g.role, g.facility_id
                """, Map.of("organisation", id.organisation().value(), "id", id.value()), (row, number) -> {
            if (row.getString("role") != null) {
                grants.add(grant(row));
            }
            return number == 0 && found.add(read(row, Map.of(id.value(), grants)));
        });
        return found.stream().findFirst();
    }

    /** What others call this person; a person who left keeps their name in the record. */
    public String name(PersonId id) {
        return jdbc.sql("select name from person where organisation_id = :organisation and id = :id")
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .query(String.class)
                .optional()
                .orElse("?");
    }

    /** Names by id, for lists. */
    public Map<UUID, String> names() {
        var names = new LinkedHashMap<UUID, String>();
        jdbc.sql("select id, name from person").query(row -> {
            names.put(row.getObject("id", UUID.class), row.getString("name"));
        });
        return names;
    }

    /** Whether a person holds a role in a facility at this moment. Asked again whenever something leaves. */
    public boolean holds(PersonId person, Role role, FacilityId facility) {
        return rights(Set.of(person)).hold(person, role, facility);
    }

    /** What these people may do at this moment, read at once. Nobody who left may do anything. */
    public Rights rights(Set<PersonId> people) {
        return people.isEmpty()
                ? new Rights(Set.of())
                : new Rights(new HashSet<>(jdbc.sql("""
                        select g.organisation_id, g.person_id, g.role, g.facility_id
                          from role_grant g
                          join person p on p.organisation_id = g.organisation_id and p.id = g.person_id
                         where g.organisation_id = :organisation
                           and g.person_id = any(:people)
                           and p.active
                           and (g.valid_until is null or g.valid_until > :now)
                        """)
                        .param(
                                "organisation",
                                people.iterator().next().organisation().value())
                        .param("people", people.stream().map(PersonId::value).toArray(UUID[]::new))
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .query(People::right)
                        .list()));
    }

    private static Rights.Right right(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        return new Rights.Right(
                new PersonId(organisation, row.getObject("person_id", UUID.class)),
                Role.valueOf(row.getString("role")),
                new FacilityId(organisation, row.getObject("facility_id", UUID.class)));
    }

    /** Active people who hold the role in the facility now. */
    public List<Person> holding(Role role, FacilityId facility) {
        var now = clock.instant();
        return all().stream()
                .filter(Person::active)
                .filter(person -> person.grants().stream()
                        .anyMatch(grant ->
                                grant.role() == role && grant.facility().equals(facility) && grant.holds(now)))
                .toList();
    }

    /** @param chosen id of the facility picked in the switcher; one the person has no part in counts as none */
    @Transactional(propagation = Propagation.SUPPORTS)
    Optional<SignedIn> signIn(PersonId id, @Nullable String chosen) {
        var now = clock.instant();
        return find(id).filter(Person::active)
                .map(person -> new SignedIn(
                        id,
                        person.name(),
                        person.grants().stream()
                                .filter(grant -> grant.holds(now))
                                .toList(),
                        person.grants().stream()
                                .map(Grant::facility)
                                .filter(facility -> facility.value().toString().equals(chosen))
                                .findFirst()
                                .orElse(null)));
    }

    /** Whether anybody in this Hearten, whatever their organisation, signs in with this address. */
    public boolean signsInHere(String email) {
        return organisationOf(jdbc, keys, email).isPresent();
    }

    static Optional<OrganisationId> organisationOf(JdbcClient jdbc, Keys keys, String email) {
        return jdbc.sql("select organisation_id from door where kind = :kind and keyed_hash = :hash")
                .param("kind", SIGN_IN_DOOR)
                .param("hash", keys.hash("door." + SIGN_IN_DOOR, normal(email)))
                .query((row, number) -> new OrganisationId(row.getObject(1, UUID.class)))
                .optional();
    }

    static String normal(String email) {
        return email.strip().toLowerCase(Locale.ROOT);
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the address signs in here already */
    @Transactional
    public PersonId add(String name, String email, String password) {
        var id = new PersonId(Tenancy.require().organisation(), Ids.next());
        jdbc.sql("insert into door (kind, keyed_hash, organisation_id) values (:kind, :hash, :organisation)")
                .param("kind", SIGN_IN_DOOR)
                .param("hash", keys.hash("door." + SIGN_IN_DOOR, normal(email)))
                .param("organisation", id.organisation().value())
                .update();
        jdbc.sql("""
                insert into person (organisation_id, id, name, email, password_hash, active, totp_last_step)
                values (:organisation, :id, :name, :email, :password, true, 0)
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("name", name.strip())
                .param("email", normal(email))
                .param("password", passwords.hash(password))
                .update();
        events.publishEvent(Recorded.of("person.added").on("person", id.value()));
        return id;
    }

    /** Repeating a grant changes only its end. */
    @Transactional
    public void grant(PersonId person, Role role, FacilityId facility, @Nullable Instant validUntil) {
        jdbc.sql("""
                insert into role_grant (organisation_id, person_id, facility_id, role, valid_until)
                values (:organisation, :person, :facility, :role, :until)
                on conflict (organisation_id, person_id, facility_id, role) do update set valid_until = excluded.valid_until
                """)
                .param("organisation", person.organisation().value())
                .param("person", person.value())
                .param("facility", facility.value())
                .param("role", role.name())
                .param("until", validUntil == null ? null : OffsetDateTime.ofInstant(validUntil, ZoneOffset.UTC))
                .update();
        events.publishEvent(Recorded.of("grant.given")
                .on("person", person.value())
                .at(facility.value())
                .saying(role.name()));
    }

    @Transactional
    public void revoke(PersonId person, Role role, FacilityId facility) {
        var removed = jdbc.sql("""
                delete from role_grant
                 where organisation_id = :organisation and person_id = :person
                   and facility_id = :facility and role = :role
                """)
                .param("organisation", person.organisation().value())
                .param("person", person.value())
                .param("facility", facility.value())
                .param("role", role.name())
                .update();
        if (removed == 1) {
            events.publishEvent(Recorded.of("grant.revoked")
                    .on("person", person.value())
                    .at(facility.value())
                    .saying(role.name()));
        }
    }

    private List<Person> people(String which, Map<String, ?> parameters) {
        var grants = new LinkedHashMap<UUID, List<Grant>>();
        jdbc.sql("select organisation_id, person_id, facility_id, role, valid_until from role_grant"
                        + (parameters.containsKey("id") ? " where person_id = :id" : "")
                        + " order by role, facility_id")
                .params(parameters)
                .query(row -> {
                    grants.computeIfAbsent(row.getObject("person_id", UUID.class), ignored -> new ArrayList<>())
                            .add(grant(row));
                });
        return jdbc.sql("""
                select p.organisation_id, p.id, p.name, p.email, p.active, p.totp_secret is not null as second_factor
                  from person p
                """ + which)
                .params(parameters)
                .query((row, number) -> read(row, grants))
                .list();
    }

    private static Grant grant(ResultSet row) throws SQLException {
        var until = row.getObject("valid_until", OffsetDateTime.class);
        return new Grant(
                new FacilityId(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("facility_id", UUID.class)),
                Role.valueOf(row.getString("role")),
                until == null ? null : until.toInstant());
    }

    private static Person read(ResultSet row, Map<UUID, List<Grant>> grants) throws SQLException {
        var id = row.getObject("id", UUID.class);
        return new Person(
                new PersonId(new OrganisationId(row.getObject("organisation_id", UUID.class)), id),
                row.getString("name"),
                row.getString("email"),
                row.getBoolean("active"),
                row.getBoolean("second_factor"),
                grants.getOrDefault(id, List.of()));
    }
}
