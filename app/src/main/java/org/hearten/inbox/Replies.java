package org.hearten.inbox;

import static org.hearten.inbox.Messages.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.hearten.channels.AccountId;
import org.hearten.channels.Network;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.ReplyTo;
import org.hearten.channels.SendKey;
import org.hearten.facilities.FacilityId;
import org.hearten.keys.Keys;
import org.hearten.people.PersonId;
import org.hearten.tenancy.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code reply}. */
@Repository
class Replies {
    private static final String BODY = "reply.body";

    private final JdbcClient jdbc;
    private final Keys keys;

    Replies(JdbcClient jdbc, Keys keys) {
        this.jdbc = jdbc;
        this.keys = keys;
    }

    void add(Reply reply) {
        var organisation = reply.id().organisation();
        jdbc.sql("""
                insert into reply (organisation_id, id, conversation_id, message_id, facility_id, account_id, network,
                                   send_key, parent_ref, root_ref, body, language, content_hash, written_by, written_at,
                                   state, next_at, attempts)
                values (:organisation, :id, :conversation, :message, :facility, :account, :network,
                        :key, :parent, :root, :body, :language, :hash, :by, :at, :state, :next, 0)
                """)
                .param("organisation", organisation.value())
                .param("id", reply.id().value())
                .param("conversation", reply.conversation().value())
                .param("message", reply.message())
                .param("facility", reply.facility().value())
                .param("account", reply.account().value())
                .param("network", reply.network().name())
                .param("key", reply.key().value())
                .param("parent", reply.to().parentRef())
                .param("root", reply.to().rootRef())
                .param("body", keys.sealText(organisation, BODY, reply.text()))
                .param("language", reply.language())
                .param("hash", reply.contentHash())
                .param("by", reply.writtenBy().value())
                .param("at", utc(reply.writtenAt()))
                .param("state", reply.state().name())
                .param("next", utc(reply.nextAt()))
                .update();
    }

    /** The same words to the same message, still on their way or just sent: a second click. */
    boolean written(UUID message, String contentHash, Instant since, OrganisationId organisation) {
        return jdbc.sql("""
                select exists (
                  select 1 from reply
                   where organisation_id = :organisation and message_id = :message
                     and content_hash = :hash and written_at > :since and state <> 'REFUSED')
                """)
                .param("organisation", organisation.value())
                .param("message", message)
                .param("hash", contentHash)
                .param("since", utc(since))
                .query(Boolean.class)
                .single();
    }

    Optional<Reply> find(ReplyId id) {
        return jdbc.sql("""
                select organisation_id, id, conversation_id, message_id, facility_id, account_id, network, send_key,
                       parent_ref, root_ref, body, language, content_hash, written_by, written_at, state, next_at,
                       attempts, said, url
                  from reply
                 where organisation_id = :organisation and id = :id
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** Locked until the transaction ends; empty when another sender has it, or when its time has not come. */
    Optional<Reply> claim(ReplyId id, Instant now) {
        return jdbc.sql("""
                select organisation_id, id, conversation_id, message_id, facility_id, account_id, network, send_key,
                       parent_ref, root_ref, body, language, content_hash, written_by, written_at, state, next_at,
                       attempts, said, url
                  from reply
                 where organisation_id = :organisation and id = :id
                   and state in ('READY', 'SENDING', 'UNKNOWN', 'HELD') and next_at <= :now
                   for update skip locked
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("now", utc(now))
                .query((row, number) -> read(row))
                .optional();
    }

    /** It is gone only where nobody began to send it; a sender claims it no earlier than its time. */
    Optional<String> takeBack(ConversationId conversation, ReplyId id, Instant now) {
        return jdbc.sql("""
                delete from reply
                 where organisation_id = :organisation and id = :id and conversation_id = :conversation
                   and state = 'READY' and attempts = 0 and next_at > :now
                returning body
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("conversation", conversation.value())
                .param("now", utc(now))
                .query((row, number) -> keys.openText(id.organisation(), BODY, row.getBytes("body")))
                .optional();
    }

    List<ReplyId> due(OrganisationId organisation, Instant now, int atMost) {
        return jdbc.sql("""
                select id from reply
                 where organisation_id = :organisation
                   and state in ('READY', 'SENDING', 'UNKNOWN', 'HELD') and next_at <= :now
                 order by next_at
                 limit :most
                """)
                .param("organisation", organisation.value())
                .param("now", utc(now))
                .param("most", atMost)
                .query((row, number) -> new ReplyId(organisation, row.getObject(1, UUID.class)))
                .list();
    }

    List<Reply> of(ConversationId conversation) {
        return jdbc.sql("""
                select organisation_id, id, conversation_id, message_id, facility_id, account_id, network, send_key,
                       parent_ref, root_ref, body, language, content_hash, written_by, written_at, state, next_at,
                       attempts, said, url
                  from reply
                 where organisation_id = :organisation and conversation_id = :conversation
                 order by written_at, id
                """)
                .param("organisation", conversation.organisation().value())
                .param("conversation", conversation.value())
                .query((row, number) -> read(row))
                .list();
    }

    void move(ReplyId id, Reply.State state, Instant nextAt, @Nullable String said, boolean anAttempt) {
        jdbc.sql("""
                update reply
                   set state = :state, next_at = :next, said = :said, attempts = attempts + :attempt
                 where organisation_id = :organisation and id = :id and state <> 'SENT'
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("state", state.name())
                .param("next", utc(nextAt))
                .param("said", said)
                .param("attempt", anAttempt ? 1 : 0)
                .update();
    }

    /** @return whether this is news: two who settle it at once tell it once */
    boolean stands(ReplyId id, NetworkRef ref, Instant now) {
        return jdbc.sql("""
                update reply set state = 'SENT', ref = :ref, url = :url, sent_at = :now, said = null
                 where organisation_id = :organisation and id = :id and state <> 'SENT'
                """)
                        .param("organisation", id.organisation().value())
                        .param("id", id.value())
                        .param("ref", ref.uri())
                        .param("url", ref.url())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    private Reply read(ResultSet row) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        return new Reply(
                new ReplyId(organisation, row.getObject("id", UUID.class)),
                new ConversationId(organisation, row.getObject("conversation_id", UUID.class)),
                row.getObject("message_id", UUID.class),
                new FacilityId(organisation, row.getObject("facility_id", UUID.class)),
                new AccountId(organisation, row.getObject("account_id", UUID.class)),
                Network.valueOf(row.getString("network")),
                new SendKey(row.getString("send_key")),
                new ReplyTo(row.getString("parent_ref"), row.getString("root_ref")),
                keys.openText(organisation, BODY, row.getBytes("body")),
                row.getString("language"),
                row.getString("content_hash"),
                new PersonId(organisation, row.getObject("written_by", UUID.class)),
                row.getObject("written_at", OffsetDateTime.class).toInstant(),
                Reply.State.valueOf(row.getString("state")),
                row.getObject("next_at", OffsetDateTime.class).toInstant(),
                row.getInt("attempts"),
                row.getString("said"),
                row.getString("url"));
    }
}
