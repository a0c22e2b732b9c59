package org.hearten.inbox;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.hearten.keys.Keys;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code inbox_note}. */
@Repository
class Notes {
    private static final String BODY = "inbox_note.body";

    private final JdbcClient jdbc;
    private final Keys keys;

    Notes(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void add(ConversationId conversation, Note note) {
        var organisation = conversation.organisation();
        jdbc.sql("""
                insert into inbox_note (organisation_id, id, conversation_id, written_by, written_at, body)
                values (:organisation, :id, :conversation, :by, :at, :body)
                """)
                .param("organisation", organisation.value())
                .param("id", note.id())
                .param("conversation", conversation.value())
                .param("by", note.writtenBy())
                .param("at", utc(note.writtenAt()))
                .param("body", keys.sealText(organisation, BODY, note.text()))
                .update();
    }

    List<Note> of(ConversationId conversation) {
        var organisation = conversation.organisation();
        return jdbc.sql("""
                select id, written_by, written_at, body
                  from inbox_note
                 where organisation_id = :organisation and conversation_id = :conversation
                 order by written_at, id
                """)
                .param("organisation", organisation.value())
                .param("conversation", conversation.value())
                .query((row, number) -> new Note(
                        row.getObject("id", UUID.class),
                        row.getObject("written_by", UUID.class),
                        row.getObject("written_at", OffsetDateTime.class).toInstant(),
                        keys.openText(organisation, BODY, row.getBytes("body"))))
                .list();
    }

    private static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
