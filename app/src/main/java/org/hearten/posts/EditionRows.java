package org.hearten.posts;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearten.keys.Keys;
import org.hearten.people.PersonId;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code post_edition}. What was written is sealed, as the post itself is. */
@Repository
class EditionRows {
    private static final String DRAFT = "post_edition.draft";

    private final JdbcClient jdbc;
    private final Keys keys;
    private final PressedDraft pressed;

    EditionRows(JdbcClient jdbc, Keys keys, PressedDraft pressed) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.pressed = pressed;
    }

    /** Newest first. */
    List<Edition> of(PostId post) {
        return jdbc.sql("""
                select revision, why, begun_at, kept_at, kept_by, draft
                  from post_edition
                 where organisation_id = :organisation and post_id = :post
                 order by revision desc
                """)
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .query((row, number) -> read(row, post))
                .list();
    }

    Optional<Edition> find(PostId post, int revision) {
        return jdbc.sql("""
                select revision, why, begun_at, kept_at, kept_by, draft
                  from post_edition
                 where organisation_id = :organisation and post_id = :post and revision = :revision
                """)
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .param("revision", revision)
                .query((row, number) -> read(row, post))
                .optional();
    }

    Optional<Edition> latest(PostId post) {
        return jdbc.sql("""
                select revision, why, begun_at, kept_at, kept_by, draft
                  from post_edition
                 where organisation_id = :organisation and post_id = :post
                 order by revision desc
                 limit 1
                """)
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .query((row, number) -> read(row, post))
                .optional();
    }

    void add(Edition edition) {
        jdbc.sql("""
                insert into post_edition (organisation_id, post_id, revision, why, begun_at, kept_at, kept_by, draft)
                values (:organisation, :post, :revision, :why, :begun, :kept, :by, :draft)
                """)
                .param("organisation", edition.post().organisation().value())
                .param("post", edition.post().value())
                .param("revision", edition.revision())
                .param("why", edition.why().name())
                .param("begun", utc(edition.begunAt()))
                .param("kept", utc(edition.keptAt()))
                .param("by", edition.keptBy().value())
                .param("draft", keys.sealText(edition.post().organisation(), DRAFT, pressed.write(edition.draft())))
                .update();
    }

    void remove(Edition edition) {
        jdbc.sql("""
                delete from post_edition
                 where organisation_id = :organisation and post_id = :post and revision = :revision
                """)
                .param("organisation", edition.post().organisation().value())
                .param("post", edition.post().value())
                .param("revision", edition.revision())
                .update();
    }

    void mark(PostId post, int revision, Edition.Why why) {
        jdbc.sql("""
                update post_edition set why = :why
                 where organisation_id = :organisation and post_id = :post and revision = :revision
                """)
                .param("organisation", post.organisation().value())
                .param("post", post.value())
                .param("revision", revision)
                .param("why", why.name())
                .update();
    }

    private Edition read(ResultSet row, PostId post) throws SQLException {
        return new Edition(
                post,
                row.getInt("revision"),
                Edition.Why.valueOf(row.getString("why")),
                row.getObject("begun_at", OffsetDateTime.class).toInstant(),
                row.getObject("kept_at", OffsetDateTime.class).toInstant(),
                new PersonId(post.organisation(), row.getObject("kept_by", UUID.class)),
                pressed.read(keys.openText(post.organisation(), DRAFT, row.getBytes("draft")), post.organisation()));
    }

    private static OffsetDateTime utc(Instant at) {
        return OffsetDateTime.ofInstant(at, ZoneOffset.UTC);
    }
}
