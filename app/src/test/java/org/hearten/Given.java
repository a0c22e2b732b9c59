package org.hearten;

import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.FacilityId;
import org.hearten.facilities.Jurisdiction;
import org.hearten.people.People;
import org.hearten.people.PersonId;
import org.hearten.people.Role;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The cast: two organisations that never see each other, and the people who work there. Made once per context. */
@TestComponent
public class Given {
    public static final String PASSWORD = "a password for tests only";

    private final Facilities facilities;
    private final People people;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final Map<String, Cast> made = new ConcurrentHashMap<>();

    Given(Facilities facilities, People people, Tenancy tenancy, PlatformTransactionManager transactions) {
        this.facilities = facilities;
        this.people = people;
        this.tenancy = tenancy;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** An organisation with two facilities; each member of staff works in the first one only. */
    public record Cast(
            OrganisationId organisation,
            FacilityId first,
            FacilityId second,
            Map<Role, PersonId> staff,
            Map<Role, String> emails) {
        public PersonId with(Role role) {
            return staff.get(role);
        }
    }

    /** Bhopal Hospital (all staff) and Sehore Clinic (nobody). */
    public Cast narmada() {
        return made.computeIfAbsent(
                "narmada",
                ignored -> found(
                        "Narmada Health Network", "Bhopal Hospital", "Sehore Clinic", "Asia/Kolkata", Jurisdiction.IN));
    }

    /** The same once more, for a test whose people must hold exactly their one role whatever other tests grant. */
    public Cast narmadaOfItsOwn() {
        return found("Narmada Health Network", "Bhopal Hospital", "Sehore Clinic", "Asia/Kolkata", Jurisdiction.IN);
    }

    public Cast lakeside() {
        return made.computeIfAbsent(
                "lakeside",
                ignored -> found(
                        "Lakeside Clinic", "Lakeside Clinic", "Lakeside Annex", "America/Chicago", Jurisdiction.US));
    }

    /** Does it as this person, in one transaction, inside their organisation's walls. */
    public <T> T as(PersonId person, Supplier<T> work) {
        var caller = new Caller(person.organisation(), person.value(), "person", "127.0.0.1");
        return tenancy.as(caller, () -> transaction.execute(ignored -> work.get()));
    }

    public void run(PersonId person, Runnable work) {
        as(person, () -> {
            work.run();
            return true;
        });
    }

    /** Reads as Hearten itself in that organisation. */
    public <T> T in(OrganisationId organisation, Supplier<T> work) {
        return tenancy.as(Caller.system(organisation, "test"), () -> transaction.execute(ignored -> work.get()));
    }

    private Cast found(String name, String first, String second, String zone, Jurisdiction jurisdiction) {
        var organisation = new OrganisationId(Ids.next());
        var mark = organisation.value().toString().substring(24);
        return in(organisation, () -> {
            facilities.found(name);
            var one = open(first, mark, zone, jurisdiction);
            var two = open(second, mark, zone, jurisdiction);
            var names = Map.of(
                    Role.AUTHOR, jurisdiction == Jurisdiction.IN ? "Meera" : "Tomás",
                    Role.CLINICAL_REVIEWER, "Dr Anand Tiwari",
                    Role.COMPLIANCE_OFFICER, jurisdiction == Jurisdiction.IN ? "Farah" : "Ruth",
                    Role.PUBLISHER, "Priya",
                    Role.COMMUNITY_MANAGER, "Kabir",
                    Role.ANALYST, "Ishaan",
                    Role.AUDITOR, "Leela",
                    Role.ADMINISTRATOR, "Nadia");
            var staff = new java.util.EnumMap<Role, PersonId>(Role.class);
            var emails = new java.util.EnumMap<Role, String>(Role.class);
            for (var role : Role.values()) {
                var email = role.name().toLowerCase(java.util.Locale.ROOT) + "-" + mark + "@example.org";
                var person = people.add(names.get(role), email, PASSWORD);
                people.grant(person, role, one, null);
                staff.put(role, person);
                emails.put(role, email);
            }
            return new Cast(organisation, one, two, staff, emails);
        });
    }

    private FacilityId open(String name, String mark, String zone, Jurisdiction jurisdiction) {
        return facilities.open(
                name.toLowerCase(java.util.Locale.ROOT).replace(' ', '-') + "-" + mark,
                name,
                "",
                "A facility for tests.",
                "",
                "555 0100",
                "Lake Road",
                ZoneId.of(zone),
                jurisdiction,
                190,
                List.of("Bhopal"));
    }
}
