package org.hearten.calendar;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.facilities.FacilityId;
import org.hearten.keys.Keys;
import org.hearten.people.PersonId;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Secret addresses under which calendar programs follow a facility. One at a time; a new one ends the old one. */
@Component
@Transactional(readOnly = true)
public class Feeds {
    private static final String DOOR = "calendar-feed";
    private static final int SECRET_BYTES = 32;

    private final JdbcClient jdbc;
    private final Keys keys;
    private final ApplicationEventPublisher events;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    Feeds(JdbcClient jdbc, Keys keys, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.events = events;
        this.clock = clock;
    }

    /** Without its secret, which nobody knows any more. */
    public record Feed(FacilityId facility, Instant madeAt, UUID madeBy) {}

    List<Feed> all(OrganisationId organisation) {
        return jdbc.sql("select facility_id, made_at, made_by from calendar_feed where organisation_id = :organisation")
                .param("organisation", organisation.value())
                .query((row, number) -> new Feed(
                        new FacilityId(organisation, row.getObject("facility_id", UUID.class)),
                        row.getObject("made_at", OffsetDateTime.class).toInstant(),
                        row.getObject("made_by", UUID.class)))
                .list();
    }

    /** @return the secret, this once */
    @Transactional
    public String make(FacilityId facility, PersonId by) {
        var bytes = new byte[SECRET_BYTES];
        random.nextBytes(bytes);
        var secret = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        forget(facility);
        jdbc.sql("""
                insert into calendar_feed (organisation_id, facility_id, token_hash, made_at, made_by)
                values (:organisation, :facility, :hash, :now, :by)
                """)
                .param("organisation", facility.organisation().value())
                .param("facility", facility.value())
                .param("hash", hash(secret))
                .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .param("by", by.value())
                .update();
        jdbc.sql("insert into door (kind, keyed_hash, organisation_id) values (:kind, :hash, :organisation)")
                .param("kind", DOOR)
                .param("hash", hash(secret))
                .param("organisation", facility.organisation().value())
                .update();
        events.publishEvent(
                Recorded.of("feed.made").on("facility", facility.value()).at(facility.value()));
        return secret;
    }

    @Transactional
    public void remove(FacilityId facility) {
        if (forget(facility)) {
            events.publishEvent(
                    Recorded.of("feed.removed").on("facility", facility.value()).at(facility.value()));
        }
    }

    /** Asked before anyone is known. */
    @Transactional(readOnly = true)
    public Optional<OrganisationId> organisationOf(String secret) {
        return jdbc.sql("select organisation_id from door where kind = :kind and keyed_hash = :hash")
                .param("kind", DOOR)
                .param("hash", hash(secret))
                .query((row, number) -> new OrganisationId(row.getObject("organisation_id", UUID.class)))
                .optional();
    }

    /** Within that organisation's walls. */
    @Transactional(readOnly = true)
    public Optional<FacilityId> facilityOf(String secret) {
        var organisation = Tenancy.require().organisation();
        return jdbc.sql("""
                select facility_id from calendar_feed
                 where organisation_id = :organisation and token_hash = :hash
                """)
                .param("organisation", organisation.value())
                .param("hash", hash(secret))
                .query((row, number) -> new FacilityId(organisation, row.getObject("facility_id", UUID.class)))
                .optional();
    }

    private boolean forget(FacilityId facility) {
        var old = jdbc.sql("""
                delete from calendar_feed
                 where organisation_id = :organisation and facility_id = :facility
                returning token_hash
                """)
                .param("organisation", facility.organisation().value())
                .param("facility", facility.value())
                .query(byte[].class)
                .list();
        old.forEach(hash -> jdbc.sql("delete from door where kind = :kind and keyed_hash = :hash")
                .param("kind", DOOR)
                .param("hash", hash)
                .update());
        return !old.isEmpty();
    }

    private byte[] hash(String secret) {
        return keys.hash("door." + DOOR, secret);
    }
}
