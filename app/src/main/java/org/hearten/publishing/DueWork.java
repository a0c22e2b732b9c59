package org.hearten.publishing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.channels.Network;
import org.hearten.tenancy.OrganisationId;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code due} that concern deliveries: ids and times only, readable before any organisation's walls are entered. */
@Repository
class DueWork {
    static final String LATE = "delivery.late";

    private final JdbcClient jdbc;
    private final NamedParameterJdbcTemplate batches;

    DueWork(JdbcClient jdbc, NamedParameterJdbcTemplate batches) {
        this.jdbc = jdbc;
        this.batches = batches;
    }

    /** One queue per network, so that a slow one never keeps another waiting. */
    static String kind(Network network) {
        return switch (network) {
            case HUB -> "delivery.hub";
            case BLUESKY -> "delivery.bluesky";
        };
    }

    Map<OrganisationId, List<UUID>> next(String kind, Instant now, int limit) {
        return jdbc
                .sql("""
                        select organisation_id, id
                          from due
                         where kind = :kind
                           and at <= :now
                         order by at
                         limit :limit
                        """)
                .param("kind", kind)
                .param("now", at(now))
                .param("limit", limit)
                .query((row, number) -> Map.entry(
                        new OrganisationId(row.getObject("organisation_id", UUID.class)),
                        row.getObject("id", UUID.class)))
                .list()
                .stream()
                .collect(groupingBy(Map.Entry::getKey, LinkedHashMap::new, mapping(Map.Entry::getValue, toList())));
    }

    void put(String kind, Map<DeliveryId, Instant> times) {
        if (!times.isEmpty()) {
            batches.batchUpdate(
                    """
                            insert into due (kind, organisation_id, id, at)
                            values (:kind, :organisation, :id, :at)
                            on conflict (kind, organisation_id, id) do update set at = excluded.at
                            """,
                    times.entrySet().stream()
                            .map(each -> named(kind, each.getKey()).addValue("at", at(each.getValue())))
                            .toArray(SqlParameterSource[]::new));
        }
    }

    void remove(String kind, Collection<DeliveryId> ids) {
        if (!ids.isEmpty()) {
            jdbc.sql("delete from due where kind = :kind and organisation_id = :organisation and id = any(:ids)")
                    .param("kind", kind)
                    .param("organisation", ids.iterator().next().organisation().value())
                    .param("ids", ids.stream().map(DeliveryId::value).toArray(UUID[]::new))
                    .update();
        }
    }

    private static MapSqlParameterSource named(String kind, DeliveryId id) {
        return new MapSqlParameterSource("kind", kind)
                .addValue("organisation", id.organisation().value())
                .addValue("id", id.value());
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
