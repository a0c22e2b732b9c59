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
import org.hearten.tenancy.Rows;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code due} that concern deliveries: ids and times only, readable before any organisation's walls are entered. */
@Repository
class DueWork {
    static final String LATE = "delivery.late";

    private final JdbcClient jdbc;

    DueWork(JdbcClient jdbc) {
        this.jdbc = jdbc;
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
            jdbc.sql("""
                    insert into due (kind, organisation_id, id, at)
                    select :kind, organisation_id, id, at
                      from json_populate_recordset(null::due, cast(:rows as json))
                    on conflict (kind, organisation_id, id) do update set at = excluded.at
                    """)
                    .param("kind", kind)
                    .param("rows", Rows.of(times.entrySet(), each -> row(each.getKey(), each.getValue())))
                    .update();
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

    private static Map<String, Object> row(DeliveryId id, Instant at) {
        return Map.of("organisation_id", id.organisation().value(), "id", id.value(), "at", at);
    }

    private static OffsetDateTime at(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
