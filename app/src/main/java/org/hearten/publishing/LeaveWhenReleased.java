package org.hearten.publishing;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toMap;

import java.time.Clock;
import java.util.UUID;
import org.hearten.channels.Network;
import org.hearten.policies.PauseReleased;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** What a pause held leaves when it ends, not when it would have been looked at again. */
@Component
class LeaveWhenReleased {
    private final JdbcClient jdbc;
    private final DueWork due;
    private final Clock clock;

    LeaveWhenReleased(JdbcClient jdbc, DueWork due, Clock clock) {
        this.jdbc = jdbc;
        this.due = due;
        this.clock = clock;
    }

    private record Waiting(Network network, DeliveryId id) {}

    @ApplicationModuleListener
    void on(PauseReleased released) {
        var now = clock.instant();
        var facility = released.facility();
        jdbc
                .sql("""
                        update delivery
                           set next_at = :now
                         where organisation_id = :organisation
                           and state = 'HELD'
                           and next_at > :now
                           and (cast(:facility as uuid) is null or facility_id = :facility)
                        returning network, id
                        """)
                .param("now", DeliveryRows.at(now))
                .param("organisation", released.organisation().value())
                .param("facility", facility == null ? null : facility.value())
                .query((row, number) -> new Waiting(
                        Network.valueOf(row.getString("network")),
                        new DeliveryId(released.organisation(), row.getObject("id", UUID.class))))
                .list()
                .stream()
                .collect(groupingBy(Waiting::network, mapping(Waiting::id, toMap(id -> id, id -> now))))
                .forEach((network, times) -> due.put(DueWork.kind(network), times));
    }
}
