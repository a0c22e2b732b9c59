package org.hearten.channels;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.facilities.FacilityId;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.hearten.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The accounts of the caller's organisation, without their secrets. */
@Service
@Transactional(readOnly = true)
public class Accounts {
    private final JdbcClient jdbc;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Accounts(JdbcClient jdbc, ApplicationEventPublisher events, Clock clock) {
        this.jdbc = jdbc;
        this.events = events;
        this.clock = clock;
    }

    /** A facility's accounts: its own site first. */
    public List<Account> of(FacilityId facility) {
        return jdbc.sql("""
                select organisation_id, id, facility_id, network, handle, display_name, health, health_words, health_since
                  from account
                 where organisation_id = :organisation and facility_id = :facility
                 order by network = 'HUB' desc, network, handle
                """)
                .param("organisation", facility.organisation().value())
                .param("facility", facility.value())
                .query(Accounts::read)
                .list();
    }

    /** Every account of an organisation, for those who listen or count. */
    public List<Account> of(OrganisationId organisation) {
        return jdbc.sql("""
                select organisation_id, id, facility_id, network, handle, display_name, health, health_words, health_since
                  from account
                 where organisation_id = :organisation
                 order by id
                """)
                .param("organisation", organisation.value())
                .query(Accounts::read)
                .list();
    }

    public Optional<Account> find(AccountId id) {
        return jdbc.sql("""
                select organisation_id, id, facility_id, network, handle, display_name, health, health_words, health_since
                  from account
                 where organisation_id = :organisation and id = :id
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .query(Accounts::read)
                .optional();
    }

    /** @throws Refusal (404) when there is no such account */
    public Account get(AccountId id) {
        return find(id).orElseThrow(Refusal::notFound);
    }

    /**
     * Connects an account that its network has just vouched for. Connecting it again keeps its id and makes it work.
     *
     * @param networkId the network's own lasting name for it; handles may change
     * @throws AccountTaken when another facility speaks through it
     */
    @Transactional
    public AccountId connect(
            FacilityId facility, Network network, String networkId, String handle, String displayName) {
        var now = clock.instant();
        var id = jdbc.sql("""
                insert into account (organisation_id, id, facility_id, network, network_id, handle, display_name,
                                     health, health_words, health_since)
                values (:organisation, :id, :facility, :network, :networkId, :handle, :name, 'WORKING', null, :now)
                on conflict (organisation_id, network, network_id) do update
                   set handle = excluded.handle, display_name = excluded.display_name,
                       health = 'WORKING', health_words = null, health_since = excluded.health_since
                 where account.facility_id = excluded.facility_id
                returning id
                """)
                .param("organisation", facility.organisation().value())
                .param("id", Ids.next())
                .param("facility", facility.value())
                .param("network", network.name())
                .param("networkId", networkId)
                .param("handle", handle)
                .param("name", displayName)
                .param("now", OffsetDateTime.ofInstant(now, ZoneOffset.UTC))
                .query(UUID.class)
                .optional()
                .map(found -> new AccountId(facility.organisation(), found))
                .orElseThrow(AccountTaken::new);
        events.publishEvent(Recorded.of("account.connected")
                .on("account", id.value())
                .at(facility.value())
                .saying(network.name()));
        events.publishEvent(new AccountConnected(id, now));
        return id;
    }

    /** The network answered as it should. An account that was disconnected stays so until a person connects it. */
    @Transactional
    public void markWorking(AccountId id) {
        change(id, "WORKING", null, "TROUBLED");
    }

    /** The network could not be asked. Never disconnects, and never hides that the account is disconnected. */
    @Transactional
    public void markTroubled(AccountId id, Trouble trouble) {
        if (!change(id, "TROUBLED", trouble.name(), "WORKING")) changeWords(id, trouble);
    }

    /** The network itself refused the credentials, in these words. */
    @Transactional
    public void markDisconnected(AccountId id, String words) {
        if (change(id, "DISCONNECTED", words, "WORKING") || change(id, "DISCONNECTED", words, "TROUBLED")) {
            events.publishEvent(Recorded.of("account.disconnected")
                    .on("account", id.value())
                    .at(get(id).facility().value()));
            events.publishEvent(new AccountDisconnected(id, clock.instant()));
        }
    }

    private boolean change(AccountId id, String health, @Nullable String words, String from) {
        return jdbc.sql("""
                update account
                   set health = :health, health_words = :words, health_since = :now
                 where organisation_id = :organisation and id = :id and health = :from
                """)
                        .param("organisation", id.organisation().value())
                        .param("id", id.value())
                        .param("health", health)
                        .param("words", words)
                        .param("from", from)
                        .param("now", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                        .update()
                == 1;
    }

    /** Another trouble, but troubled since the same moment. */
    private void changeWords(AccountId id, Trouble trouble) {
        jdbc.sql("""
                update account
                   set health_words = :words
                 where organisation_id = :organisation and id = :id and health = 'TROUBLED' and health_words <> :words
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("words", trouble.name())
                .update();
    }

    private static Account read(ResultSet row, int number) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        return new Account(
                new AccountId(organisation, row.getObject("id", UUID.class)),
                new FacilityId(organisation, row.getObject("facility_id", UUID.class)),
                Network.valueOf(row.getString("network")),
                row.getString("handle"),
                row.getString("display_name"),
                health(
                        row.getString("health"),
                        row.getString("health_words"),
                        row.getObject("health_since", OffsetDateTime.class).toInstant()));
    }

    private static Health health(String health, @Nullable String words, Instant since) {
        return switch (health) {
            case "WORKING" -> new Health.Working(since);
            case "TROUBLED" -> new Health.Troubled(Trouble.valueOf(String.valueOf(words)), since);
            case "DISCONNECTED" -> new Health.Disconnected(String.valueOf(words), since);
            default -> throw new IllegalStateException("No health is called " + health);
        };
    }
}
