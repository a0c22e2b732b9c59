package org.hearten.hub;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearten.facilities.FacilityId;
import org.hearten.hub.Comments.Answer;
import org.hearten.hub.Comments.Comment;
import org.hearten.keys.Keys;
import org.hearten.people.PersonId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code hub_comment}. */
@Repository
class CommentRows {
    private static final String AUTHOR = "hub_comment.author";
    private static final String BODY = "hub_comment.body";

    private final JdbcClient jdbc;
    private final Keys keys;

    CommentRows(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    record Held(PageId page, FacilityId facility, CommentState state) {}

    /** A visitor's comment as the inbox hears it; {@code turn} orders them. */
    record Said(CommentId id, PageId page, String language, String author, String text, Instant at, long turn) {}

    /** Turns are handed out in the order of commits, so a listener's cursor never steps over one. */
    void oneAtATime(FacilityId facility) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended(:place, 0))")
                .param("place", "hub_comment " + facility.value())
                .query(row -> {});
    }

    boolean heldAlready(PageId page, String author, String text, Instant since) {
        return jdbc.sql("""
                select exists (
                  select 1 from hub_comment
                   where organisation_id = :organisation and send_key = :page
                     and body_hash = :hash and written_at > :since and state <> 'WITHDRAWN')
                """)
                .param("organisation", page.organisation().value())
                .param("page", page.value())
                .param("hash", bodyHash(author, text))
                .param("since", utc(since))
                .query(Boolean.class)
                .single();
    }

    void add(CommentId id, FacilityId facility, PageId page, String author, String text, byte[] codeHash, Instant now) {
        insert(id, facility, page, null, author, text, codeHash, CommentState.HELD, now);
    }

    /** The facility's own answer, shown at once. */
    void answer(CommentId id, FacilityId facility, PageId page, CommentId answered, String text, Instant now) {
        insert(id, facility, page, answered, "", text, null, CommentState.SHOWN, now);
    }

    private void insert(
            CommentId id,
            FacilityId facility,
            PageId page,
            @Nullable CommentId answered,
            String author,
            String text,
            byte @Nullable [] codeHash,
            CommentState state,
            Instant now) {
        jdbc.sql("""
                insert into hub_comment (organisation_id, id, facility_id, send_key, answers_id, author, body,
                                         body_hash, code_hash, state, written_at)
                values (:organisation, :id, :facility, :page, :answers, :author, :body, :hash, :code, :state, :now)
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("facility", facility.value())
                .param("page", page.value())
                .param("answers", answered == null ? null : answered.value())
                .param("author", keys.sealText(id.organisation(), AUTHOR, author))
                .param("body", keys.sealText(id.organisation(), BODY, text))
                .param("hash", bodyHash(author, text))
                .param("code", codeHash)
                .param("state", state.name())
                .param("now", utc(now))
                .update();
    }

    Optional<PageId> pageOf(FacilityId facility, UUID post) {
        return jdbc.sql("""
                select send_key from hub_page
                 where organisation_id = :organisation and facility_id = :facility and post_id = :post
                   and removed_at is null
                """)
                .param("organisation", facility.organisation().value())
                .param("facility", facility.value())
                .param("post", post)
                .query((row, number) -> new PageId(facility.organisation(), row.getObject("send_key", UUID.class)))
                .optional();
    }

    Optional<CommentState> state(CommentId id) {
        return jdbc.sql("select state from hub_comment where organisation_id = :organisation and id = :id")
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .query(String.class)
                .optional()
                .map(CommentState::valueOf);
    }

    /** Where it stands and how it stands, locked until the transaction ends. */
    Optional<Held> hold(CommentId id) {
        return jdbc.sql("""
                select send_key, facility_id, state
                  from hub_comment
                 where organisation_id = :organisation and id = :id
                   for update
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .query((row, number) -> new Held(
                        new PageId(id.organisation(), row.getObject("send_key", UUID.class)),
                        new FacilityId(id.organisation(), row.getObject("facility_id", UUID.class)),
                        CommentState.valueOf(row.getString("state"))))
                .optional();
    }

    void decide(CommentId id, CommentState state, PersonId by, Instant now) {
        jdbc.sql("""
                update hub_comment set state = :state, decided_by = :by, decided_at = :now
                 where organisation_id = :organisation and id = :id
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("state", state.name())
                .param("by", by.value())
                .param("now", utc(now))
                .update();
    }

    Optional<CommentId> byCode(FacilityId facility, byte[] codeHash) {
        return jdbc.sql("""
                select id from hub_comment
                 where organisation_id = :organisation and code_hash = :code and facility_id = :facility
                """)
                .param("organisation", facility.organisation().value())
                .param("code", codeHash)
                .param("facility", facility.value())
                .query((row, number) -> new CommentId(facility.organisation(), row.getObject(1, UUID.class)))
                .optional();
    }

    /** The words go; that something was here stays. What the facility answered goes with it. */
    void withdraw(CommentId id, Instant now) {
        jdbc.sql("""
                update hub_comment
                   set state = 'WITHDRAWN', author = '', body = '', body_hash = '', code_hash = null, decided_at = :now
                 where organisation_id = :organisation and (id = :id or answers_id = :id)
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("now", utc(now))
                .update();
    }

    void countAgain(PageId page, Instant now) {
        // Locked first: two decisions at once must not each count without the other.
        jdbc.sql("select 1 from hub_page where organisation_id = :organisation and send_key = :page for update")
                .param("organisation", page.organisation().value())
                .param("page", page.value())
                .query(row -> {});
        jdbc.sql("""
                update hub_page p
                   set changed_at = :now,
                       comments = (select count(*) from hub_comment c
                                    where c.organisation_id = p.organisation_id and c.send_key = p.send_key
                                      and c.state = 'SHOWN' and c.answers_id is null)
                 where p.organisation_id = :organisation and p.send_key = :page
                """)
                .param("organisation", page.organisation().value())
                .param("page", page.value())
                .param("now", utc(now))
                .update();
    }

    List<Comment> shown(PageId page) {
        var comments = new LinkedHashMap<UUID, Comment>();
        jdbc.sql("""
                select id, answers_id, author, body, written_at
                  from hub_comment
                 where organisation_id = :organisation and send_key = :page and state = 'SHOWN'
                 order by turn
                """)
                .param("organisation", page.organisation().value())
                .param("page", page.value())
                .query(row -> {
                    place(page, row, comments);
                });
        return List.copyOf(comments.values());
    }

    private void place(PageId page, ResultSet row, Map<UUID, Comment> comments) throws SQLException {
        var id = new CommentId(page.organisation(), row.getObject("id", UUID.class));
        var at = row.getObject("written_at", OffsetDateTime.class).toInstant();
        var text = keys.openText(page.organisation(), BODY, row.getBytes("body"));
        var answered = row.getObject("answers_id", UUID.class);
        if (answered == null) {
            var author = keys.openText(page.organisation(), AUTHOR, row.getBytes("author"));
            comments.put(id.value(), new Comment(id, author, text, at, new ArrayList<>()));
        } else if (comments.get(answered) instanceof Comment comment) {
            comment.answers().add(new Answer(id, text, at));
        }
    }

    /** What visitors wrote after a turn, whether shown or not; what they took back is no longer there to be heard. */
    List<Said> after(FacilityId facility, long turn, int atMost) {
        return jdbc.sql("""
                select c.id, c.send_key, p.language, c.author, c.body, c.written_at, c.turn
                  from hub_comment c
                  join hub_page p using (organisation_id, send_key)
                 where c.organisation_id = :organisation and c.facility_id = :facility
                   and c.turn > :turn and c.answers_id is null and c.state <> 'WITHDRAWN'
                 order by c.turn
                 limit :most
                """)
                .param("organisation", facility.organisation().value())
                .param("facility", facility.value())
                .param("turn", turn)
                .param("most", atMost)
                .query((row, number) -> new Said(
                        new CommentId(facility.organisation(), row.getObject("id", UUID.class)),
                        new PageId(facility.organisation(), row.getObject("send_key", UUID.class)),
                        row.getString("language"),
                        keys.openText(facility.organisation(), AUTHOR, row.getBytes("author")),
                        keys.openText(facility.organisation(), BODY, row.getBytes("body")),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        row.getLong("turn")))
                .list();
    }

    private byte[] bodyHash(String author, String text) {
        return keys.hash("hub_comment.body", author + "\n" + text);
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
