package org.hearten.publishing;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Deliveries of several facilities at once, for the publishing page. */
@Repository
class Overview {
    private static final int LINES = 50;

    private final JdbcClient jdbc;
    private final DeliveryRows rows;

    Overview(JdbcClient jdbc, DeliveryRows rows) {
        this.jdbc = jdbc;
        this.rows = rows;
    }

    /** Late, held, refused by credentials, unknown, or not to be got rid of. */
    List<DeliveryRow> needingSomebody(Collection<UUID> facilities, Instant late) {
        return facilities.isEmpty()
                ? List.of()
                : jdbc.sql(DeliveryRows.COLUMNS + """
                         where facility_id in (:facilities)
                           and state not in ('SENT', 'REFUSED', 'CANCELLED', 'REMOVED')
                           and (state in ('HELD', 'UNKNOWN', 'DISCONNECTED', 'REMOVING') or due_at < :late)
                         order by due_at
                         limit :lines
                        """)
                        .param("facilities", facilities)
                        .param("late", DeliveryRows.at(late))
                        .param("lines", LINES)
                        .query(rows::read)
                        .list();
    }

    List<DeliveryRow> coming(Collection<UUID> facilities, Instant late) {
        return facilities.isEmpty()
                ? List.of()
                : jdbc.sql(DeliveryRows.COLUMNS + """
                         where facility_id in (:facilities)
                           and state in ('PLANNED', 'SENDING', 'RETRY', 'RATE_LIMITED')
                           and due_at >= :late
                         order by due_at
                         limit :lines
                        """)
                        .param("facilities", facilities)
                        .param("late", DeliveryRows.at(late))
                        .param("lines", LINES)
                        .query(rows::read)
                        .list();
    }

    List<DeliveryRow> latest(Collection<UUID> facilities) {
        return facilities.isEmpty()
                ? List.of()
                : jdbc.sql(DeliveryRows.COLUMNS + """
                         where facility_id in (:facilities)
                           and state in ('SENT', 'REFUSED', 'CANCELLED', 'REMOVED')
                         order by due_at desc, id desc
                         limit :lines
                        """)
                        .param("facilities", facilities)
                        .param("lines", LINES)
                        .query(rows::read)
                        .list();
    }
}
