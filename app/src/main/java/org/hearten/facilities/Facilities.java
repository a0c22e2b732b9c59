package org.hearten.facilities;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.keys.Keys;
import org.hearten.tenancy.Glance;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The facilities of the caller's organisation. */
@Service
@Transactional(readOnly = true)
public class Facilities {
    private static final String HUB_DOOR = "hub";

    private final JdbcClient jdbc;
    private final Glance glance;
    private final Keys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Facilities(JdbcClient jdbc, Glance glance, Keys keys, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.glance = glance;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** All facilities of the caller's organisation, by name. */
    @Transactional(propagation = Propagation.SUPPORTS)
    public List<Facility> all() {
        return glance.at("""
                select f.organisation_id, f.id, f.slug, f.name_english, f.name_hindi, f.about_english, f.about_hindi,
                       f.phone, f.address, f.zone, f.jurisdiction, f.brand_hue,
                       array(select a.district from service_area a
                              where a.organisation_id = f.organisation_id and a.facility_id = f.id
                              order by a.district) as areas
                  from facility f
                 order by f.name_english, f.id
                """, Map.of(), Facilities::read);
    }

    public Optional<Facility> find(FacilityId id) {
        return jdbc.sql("""
                select f.organisation_id, f.id, f.slug, f.name_english, f.name_hindi, f.about_english, f.about_hindi,
                       f.phone, f.address, f.zone, f.jurisdiction, f.brand_hue,
                       array(select a.district from service_area a
                              where a.organisation_id = f.organisation_id and a.facility_id = f.id
                              order by a.district) as areas
                  from facility f
                 where f.organisation_id = :organisation and f.id = :id
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .query(Facilities::read)
                .optional();
    }

    public Facility get(FacilityId id) {
        return find(id).orElseThrow(() -> new IllegalArgumentException("No such facility: " + id.value()));
    }

    public Optional<Facility> bySlug(String slug) {
        return all().stream().filter(facility -> facility.slug().equals(slug)).findFirst();
    }

    /** Which organisation a public address belongs to, asked before anyone is known. */
    public Optional<OrganisationId> organisationOfSlug(String slug) {
        return jdbc.sql("select organisation_id from door where kind = :kind and keyed_hash = :hash")
                .param("kind", HUB_DOOR)
                .param("hash", keys.hash("door." + HUB_DOOR, slug))
                .query((row, number) -> new OrganisationId(row.getObject(1, UUID.class)))
                .optional();
    }

    @Transactional(propagation = Propagation.SUPPORTS)
    public String organisationName() {
        return glance.first(
                        "select name from organisation where organisation_id = :id",
                        Map.of("id", Tenancy.require().organisation().value()),
                        (row, number) -> row.getString("name"))
                .orElseThrow();
    }

    /** Founds the organisation the caller acts for. Used once, by the first-run wizard or the demo. */
    @Transactional
    public void found(String name) {
        var organisation = Tenancy.require().organisation();
        jdbc.sql("insert into organisation (organisation_id, name) values (:id, :name)")
                .param("id", organisation.value())
                .param("name", name)
                .update();
        // The id alone, so that Hearten's own daily work finds every organisation without seeing inside any.
        jdbc.sql("insert into organisation_list (organisation_id) values (:id)")
                .param("id", organisation.value())
                .update();
        events.publishEvent(Recorded.of("organisation.founded").on("organisation", organisation.value()));
    }

    /** @throws org.springframework.dao.DuplicateKeyException when the slug is taken in this Hearten */
    @Transactional
    public FacilityId open(
            String slug,
            String nameEnglish,
            String nameHindi,
            String aboutEnglish,
            String aboutHindi,
            String phone,
            String address,
            ZoneId zone,
            Jurisdiction jurisdiction,
            int brandHue,
            List<String> serviceAreas) {
        var id = new FacilityId(Tenancy.require().organisation(), Ids.next());
        jdbc.sql("""
                insert into facility (organisation_id, id, slug, name_english, name_hindi, about_english, about_hindi,
                                      phone, address, zone, jurisdiction, brand_hue)
                values (:organisation, :id, :slug, :english, :hindi, :aboutEnglish, :aboutHindi,
                        :phone, :address, :zone, :jurisdiction, :hue)
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("slug", slug)
                .param("english", nameEnglish)
                .param("hindi", nameHindi)
                .param("aboutEnglish", aboutEnglish)
                .param("aboutHindi", aboutHindi)
                .param("phone", phone)
                .param("address", address)
                .param("zone", zone.getId())
                .param("jurisdiction", jurisdiction.name())
                .param("hue", brandHue)
                .update();
        serve(id, serviceAreas);
        jdbc.sql("insert into door (kind, keyed_hash, organisation_id) values (:kind, :hash, :organisation)")
                .param("kind", HUB_DOOR)
                .param("hash", keys.hash("door." + HUB_DOOR, slug))
                .param("organisation", id.organisation().value())
                .update();
        events.publishEvent(
                Recorded.of("facility.opened").on("facility", id.value()).at(id.value()));
        events.publishEvent(new FacilityOpened(id, clock.instant()));
        return id;
    }

    @Transactional
    public void change(FacilityId id, Particulars particulars) {
        jdbc.sql("""
                update facility
                   set name_english = :english, name_hindi = :hindi, about_english = :aboutEnglish,
                       about_hindi = :aboutHindi, phone = :phone, address = :address, brand_hue = :hue
                 where organisation_id = :organisation and id = :id
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("english", particulars.nameEnglish())
                .param("hindi", particulars.nameHindi())
                .param("aboutEnglish", particulars.aboutEnglish())
                .param("aboutHindi", particulars.aboutHindi())
                .param("phone", particulars.phone())
                .param("address", particulars.address())
                .param("hue", particulars.brandHue())
                .update();
        jdbc.sql("delete from service_area where organisation_id = :organisation and facility_id = :facility")
                .param("organisation", id.organisation().value())
                .param("facility", id.value())
                .update();
        serve(id, particulars.serviceAreas());
        events.publishEvent(
                Recorded.of("facility.changed").on("facility", id.value()).at(id.value()));
    }

    private void serve(FacilityId id, List<String> districts) {
        for (var district : districts) {
            jdbc.sql("""
                    insert into service_area (organisation_id, facility_id, district)
                    values (:organisation, :facility, :district)
                    """)
                    .param("organisation", id.organisation().value())
                    .param("facility", id.value())
                    .param("district", district)
                    .update();
        }
    }

    /** Every organisation in this Hearten, ids alone: for workers, which then enter each one's walls in turn. */
    public List<OrganisationId> organisations() {
        return jdbc.sql("select organisation_id from organisation_list order by organisation_id")
                .query((row, number) -> new OrganisationId(row.getObject(1, UUID.class)))
                .list();
    }

    private static Facility read(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        return new Facility(
                new FacilityId(organisation, row.getObject("id", UUID.class)),
                row.getString("slug"),
                row.getString("name_english"),
                row.getString("name_hindi"),
                row.getString("about_english"),
                row.getString("about_hindi"),
                row.getString("phone"),
                row.getString("address"),
                ZoneId.of(row.getString("zone")),
                Jurisdiction.valueOf(row.getString("jurisdiction")),
                row.getInt("brand_hue"),
                List.of((String[]) row.getArray("areas").getArray()));
    }
}
