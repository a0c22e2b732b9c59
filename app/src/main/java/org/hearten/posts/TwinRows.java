package org.hearten.posts;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code post_twin}: two for each pair, one seen from each side. */
@Repository
class TwinRows {
    private static final String NEVER_SEEN = "0".repeat(64);

    private final JdbcClient jdbc;

    TwinRows(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * The other one.
     *
     * @param seenThere what it said when both said the same
     * @param seenHere what this one said then
     */
    record Linked(PostId post, String seenThere, String seenHere) {}

    Optional<Linked> of(PostId post) {
        return jdbc.sql("""
                select here.twin_id, here.seen_hash as seen_there, there.seen_hash as seen_here
                  from post_twin here
                  join post_twin there
                    on there.organisation_id = here.organisation_id and there.post_id = here.twin_id
                 where here.organisation_id = :organisation and here.post_id = :post
                """)
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .query((row, number) -> new Linked(
                        new PostId(post.organisation(), row.getObject("twin_id", UUID.class)),
                        row.getString("seen_there"),
                        row.getString("seen_here")))
                .optional();
    }

    void link(PostId one, PostId other) {
        for (var pair : List.of(List.of(one, other), List.of(other, one))) {
            jdbc.sql("""
                    insert into post_twin (organisation_id, post_id, twin_id, seen_hash)
                    values (:organisation, :post, :twin, :hash)
                    """)
                    .param("organisation", one.organisation().value())
                    .param("post", pair.getFirst().value())
                    .param("twin", pair.getLast().value())
                    .param("hash", NEVER_SEEN)
                    .update();
        }
    }

    void seen(PostId post, String twinsHash) {
        jdbc.sql("update post_twin set seen_hash = :hash where organisation_id = :organisation and post_id = :post")
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .param("hash", twinsHash)
                .update();
    }
}
