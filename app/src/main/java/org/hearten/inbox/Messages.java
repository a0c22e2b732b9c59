package org.hearten.inbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearten.channels.AccountId;
import org.hearten.channels.Heard;
import org.hearten.keys.Keys;
import org.hearten.tenancy.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code message}. */
@Repository
class Messages {
    private static final String AUTHOR = "message.author";
    private static final String BODY = "message.body";
    private static final String MASKED = "message.masked";

    private final JdbcClient jdbc;
    private final Keys keys;

    Messages(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    /** What is needed to answer it. */
    record Answerable(
            UUID id,
            AccountId account,
            String ref,
            @Nullable String rootRef,
            String body,
            String author) {}

    boolean has(AccountId account, String ref) {
        return jdbc.sql("""
                select exists (select 1 from message
                                where organisation_id = :organisation and account_id = :account and ref = :ref)
                """)
                .param("organisation", account.organisation().value())
                .param("account", account.value())
                .param("ref", ref)
                .query(Boolean.class)
                .single();
    }

    /** The thread that holds a message or an answer of ours with this name. */
    Optional<ConversationId> threadOf(AccountId account, String ref) {
        return jdbc
                .sql("""
                select conversation_id from message
                 where organisation_id = :organisation and account_id = :account and ref = :ref
                union
                select conversation_id from reply
                 where organisation_id = :organisation and account_id = :account and ref = :ref
                """)
                .param("organisation", account.organisation().value())
                .param("account", account.value())
                .param("ref", ref)
                .query((row, number) -> conversation(account.organisation(), row))
                .list()
                .stream()
                .findFirst();
    }

    /** Threads that began with answers to this message, before it was here. */
    List<ConversationId> threadsAnswering(AccountId account, String ref) {
        return jdbc.sql("""
                select distinct conversation_id from message
                 where organisation_id = :organisation and account_id = :account and parent_ref = :ref
                 order by conversation_id
                """)
                .param("organisation", account.organisation().value())
                .param("account", account.value())
                .param("ref", ref)
                .query((row, number) -> conversation(account.organisation(), row))
                .list();
    }

    void add(UUID id, ConversationId conversation, AccountId account, Heard item, Reading reading, Instant now) {
        var organisation = conversation.organisation();
        jdbc.sql("""
                insert into message (organisation_id, id, conversation_id, account_id, ref, parent_ref, root_ref, kind,
                                     author, body, masked, hidden, said_at, arrived_at, url)
                values (:organisation, :id, :conversation, :account, :ref, :parent, :root, :kind,
                        :author, :body, :masked, :hidden, :said, :now, :url)
                """)
                .param("organisation", organisation.value())
                .param("id", id)
                .param("conversation", conversation.value())
                .param("account", account.value())
                .param("ref", item.ref())
                .param("parent", item.parentRef())
                .param("root", item.rootRef())
                .param("kind", item.kind().name())
                .param("author", keys.sealText(organisation, AUTHOR, Conversations.who(item)))
                .param("body", keys.sealText(organisation, BODY, item.text()))
                .param("masked", keys.sealText(organisation, MASKED, reading.masked()))
                .param("hidden", reading.hidden())
                .param("said", utc(item.at()))
                .param("now", utc(now))
                .param("url", item.url())
                .update();
    }

    List<Message> of(ConversationId conversation) {
        return jdbc.sql("""
                select id, author, masked, hidden, kind, said_at, url, ref, withdrawn_at is not null as withdrawn
                  from message
                 where organisation_id = :organisation and conversation_id = :conversation
                 order by said_at, id
                """)
                .param("organisation", conversation.organisation().value())
                .param("conversation", conversation.value())
                .query((row, number) -> read(conversation.organisation(), row))
                .list();
    }

    private Message read(OrganisationId organisation, ResultSet row) throws SQLException {
        var withdrawn = row.getBoolean("withdrawn");
        return new Message(
                row.getObject("id", UUID.class),
                keys.openText(organisation, AUTHOR, row.getBytes("author")),
                Masked.pieces(withdrawn ? "" : keys.openText(organisation, MASKED, row.getBytes("masked"))),
                row.getInt("hidden"),
                Heard.Kind.valueOf(row.getString("kind")),
                row.getObject("said_at", OffsetDateTime.class).toInstant(),
                row.getString("url"),
                row.getString("ref"),
                withdrawn);
    }

    /** The newest that still stands: the one an answer goes to. */
    Optional<Answerable> newest(ConversationId conversation) {
        return jdbc.sql("""
                select id, account_id, ref, root_ref, body, author
                  from message
                 where organisation_id = :organisation and conversation_id = :conversation and withdrawn_at is null
                 order by said_at desc, id desc
                 limit 1
                """)
                .param("organisation", conversation.organisation().value())
                .param("conversation", conversation.value())
                .query((row, number) -> answerable(conversation.organisation(), row))
                .optional();
    }

    Optional<Answerable> find(ConversationId conversation, UUID id) {
        return jdbc.sql("""
                select id, account_id, ref, root_ref, body, author
                  from message
                 where organisation_id = :organisation and conversation_id = :conversation and id = :id
                   and withdrawn_at is null
                """)
                .param("organisation", conversation.organisation().value())
                .param("conversation", conversation.value())
                .param("id", id)
                .query((row, number) -> answerable(conversation.organisation(), row))
                .optional();
    }

    private Answerable answerable(OrganisationId organisation, ResultSet row) throws SQLException {
        return new Answerable(
                row.getObject("id", UUID.class),
                new AccountId(organisation, row.getObject("account_id", UUID.class)),
                row.getString("ref"),
                row.getString("root_ref"),
                keys.openText(organisation, BODY, row.getBytes("body")),
                keys.openText(organisation, AUTHOR, row.getBytes("author")));
    }

    /** The words go; that somebody wrote stays. @return the threads it stood in */
    List<ConversationId> withdraw(OrganisationId organisation, String ref, Instant now) {
        var gone = keys.sealText(organisation, BODY, "");
        return jdbc.sql("""
                update message
                   set body = :body, masked = :masked, author = :author, hidden = 0, withdrawn_at = :now
                 where organisation_id = :organisation and ref = :ref and withdrawn_at is null
                returning conversation_id
                """)
                .param("organisation", organisation.value())
                .param("ref", ref)
                .param("body", gone)
                .param("masked", keys.sealText(organisation, MASKED, ""))
                .param("author", keys.sealText(organisation, AUTHOR, ""))
                .param("now", utc(now))
                .query((row, number) -> conversation(organisation, row))
                .list();
    }

    private static ConversationId conversation(OrganisationId organisation, ResultSet row) throws SQLException {
        return new ConversationId(organisation, row.getObject("conversation_id", UUID.class));
    }

    static OffsetDateTime utc(Instant instant) {
        return OffsetDateTime.ofInstant(instant, ZoneOffset.UTC);
    }
}
