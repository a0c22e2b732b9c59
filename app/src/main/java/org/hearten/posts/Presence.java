package org.hearten.posts;

import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hearten.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Who has a post open. Browsers say so every few seconds; whoever falls silent is gone within a minute. */
@Component
public class Presence {
    private static final Duration SILENT = Duration.ofSeconds(50);

    private final JdbcClient jdbc;
    private final Clock clock;

    Presence(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** @param writing something typed is on its way */
    public record Here(UUID person, boolean writing) {}

    /** @return the others who are here */
    @Transactional
    public List<Here> seen(PostId post, PersonId by, boolean writing) {
        var now = OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC);
        jdbc.sql(
                        "delete from post_presence where organisation_id = :organisation and post_id = :post and seen_at < :gone")
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .param("gone", now.minus(SILENT))
                .update();
        jdbc.sql("""
                insert into post_presence (organisation_id, post_id, person_id, seen_at, writing)
                values (:organisation, :post, :person, :now, :writing)
                on conflict (organisation_id, post_id, person_id)
                do update set seen_at = excluded.seen_at, writing = excluded.writing
                """)
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .param("person", by.value())
                .param("now", now)
                .param("writing", writing)
                .update();
        return jdbc.sql("""
                select person_id, writing
                  from post_presence
                 where organisation_id = :organisation and post_id = :post and person_id <> :person
                 order by person_id
                """)
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .param("person", by.value())
                .query((row, number) -> new Here(row.getObject("person_id", UUID.class), row.getBoolean("writing")))
                .list();
    }
}
