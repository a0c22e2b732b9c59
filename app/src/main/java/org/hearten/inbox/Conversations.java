package org.hearten.inbox;

import static org.hearten.inbox.Messages.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.hearten.channels.Account;
import org.hearten.channels.Heard;
import org.hearten.channels.Network;
import org.hearten.facilities.FacilityId;
import org.hearten.guard.Triage;
import org.hearten.guard.Words;
import org.hearten.keys.Keys;
import org.hearten.people.PersonId;
import org.hearten.tenancy.Glance;
import org.hearten.tenancy.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Rows of {@code conversation}. */
@Repository
class Conversations {
    private static final String WHO = "conversation.who";
    private static final String PREVIEW = "conversation.preview";
    private static final String WHY = "conversation.why";
    private static final int PREVIEW_CHARACTERS = 160;

    private final JdbcClient jdbc;
    private final Glance glance;
    private final Keys keys;

    Conversations(JdbcClient jdbc, Glance glance, Keys keys) {
        this.jdbc = jdbc;
        this.glance = glance;
        this.keys = keys;
    }

    static String who(Heard item) {
        return item.authorName().isBlank() ? item.authorHandle() : item.authorName();
    }

    void begin(ConversationId id, Account account, Heard item, Reading reading, Instant due, Instant now) {
        var organisation = id.organisation();
        jdbc.sql("""
                insert into conversation (organisation_id, id, facility_id, account_id, network, kind, who, preview,
                                          category, urgency, read_first, language, why, needs_reply, held, due_at,
                                          began_at, last_at)
                values (:organisation, :id, :facility, :account, :network, :kind, :who, :preview,
                        :category, :urgency, :first, :language, :why, true, :held, :due, :now, :now)
                """)
                .param("organisation", organisation.value())
                .param("id", id.value())
                .param("facility", account.facility().value())
                .param("account", account.id().value())
                .param("network", account.network().name())
                .param("kind", item.kind().name())
                .param("who", keys.sealText(organisation, WHO, who(item)))
                .param("preview", preview(organisation, reading))
                .param("category", reading.triage().category().name())
                .param("urgency", urgency(reading))
                .param("first", reading.triage().readFirst())
                .param("language", reading.triage().language())
                .param("why", why(organisation, reading))
                .param("held", account.network() == Network.HUB)
                .param("due", utc(due))
                .param("now", utc(now))
                .update();
    }

    /** One more message: a closed thread opens again, and the more urgent of what waits decides. */
    void goOn(ConversationId id, Heard item, Reading reading, Instant due, Instant now) {
        jdbc.sql("""
                update conversation
                   set preview = :preview,
                       category = case when needs_reply and urgency < :urgency then category else :category end,
                       why = case when needs_reply and urgency < :urgency then why else :why end,
                       due_at = case when needs_reply then least(due_at, :due) else :due end,
                       urgency = case when needs_reply then least(urgency, :urgency) else :urgency end,
                       read_first = read_first or :first,
                       language = :language,
                       needs_reply = true,
                       held = held or network = 'HUB',
                       last_at = greatest(last_at, :now),
                       closed_at = null,
                       closed_by = null
                 where organisation_id = :organisation and id = :id
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("preview", preview(id.organisation(), reading))
                .param("category", reading.triage().category().name())
                .param("urgency", urgency(reading))
                .param("first", reading.triage().readFirst())
                .param("language", reading.triage().language())
                .param("why", why(id.organisation(), reading))
                .param("due", utc(due))
                .param("now", utc(now))
                .update();
    }

    /** The messages and answers of one thread go over to another, with whatever is more pressing. */
    void merge(ConversationId from, ConversationId to) {
        for (var table : List.of("message", "reply")) {
            jdbc.sql(
                            table.equals("message")
                                    ? "update message set conversation_id = :to where organisation_id = :organisation and conversation_id = :from"
                                    : "update reply set conversation_id = :to where organisation_id = :organisation and conversation_id = :from")
                    .param("organisation", to.organisation().value())
                    .param("from", from.value())
                    .param("to", to.value())
                    .update();
        }
        jdbc.sql("""
                update conversation c
                   set urgency = least(c.urgency, o.urgency), read_first = c.read_first or o.read_first,
                       due_at = least(c.due_at, o.due_at), last_at = greatest(c.last_at, o.last_at),
                       began_at = least(c.began_at, o.began_at), assigned_to = coalesce(c.assigned_to, o.assigned_to),
                       assigned_at = coalesce(c.assigned_at, o.assigned_at)
                  from conversation o
                 where c.organisation_id = :organisation and c.id = :to
                   and o.organisation_id = :organisation and o.id = :from
                """)
                .param("organisation", to.organisation().value())
                .param("from", from.value())
                .param("to", to.value())
                .update();
        jdbc.sql("delete from conversation where organisation_id = :organisation and id = :from")
                .param("organisation", to.organisation().value())
                .param("from", from.value())
                .update();
    }

    Optional<FacilityId> facilityOf(ConversationId id) {
        return jdbc.sql("select facility_id from conversation where organisation_id = :organisation and id = :id")
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .query(UUID.class)
                .optional()
                .map(facility -> new FacilityId(id.organisation(), facility));
    }

    Optional<Conversation> find(ConversationId id) {
        return jdbc.sql("""
                select organisation_id, id, facility_id, network, kind, who, preview, category, urgency, read_first,
                       language, why, needs_reply, held, due_at, began_at, last_at, assigned_to, closed_at
                  from conversation
                 where organisation_id = :organisation and id = :id
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .query((row, number) -> read(row))
                .optional();
    }

    /** A page of the list, urgent first; closed ones newest first. */
    List<Conversation> list(
            List<FacilityId> facilities, Shown shown, UUID me, @Nullable Network network, Bookmark after, int atMost) {
        if (facilities.isEmpty()) {
            return List.of();
        } else {
            return jdbc.sql(shown == Shown.CLOSED ? CLOSED : OPEN)
                    .param("organisation", facilities.getFirst().organisation().value())
                    .param(
                            "facilities",
                            facilities.stream().map(FacilityId::value).toArray(UUID[]::new))
                    .param("network", network == null ? null : network.name(), java.sql.Types.VARCHAR)
                    .param("mine", shown == Shown.MINE)
                    .param("needs", shown == Shown.NEEDS_REPLY)
                    .param("me", me)
                    .param("urgency", after.urgency())
                    .param("at", utc(after.at()))
                    .param("id", after.id())
                    .param("most", atMost)
                    .query((row, number) -> read(row))
                    .list();
        }
    }

    private static final String OPEN = """
            select organisation_id, id, facility_id, network, kind, who, preview, category, urgency, read_first,
                   language, why, needs_reply, held, due_at, began_at, last_at, assigned_to, closed_at
              from conversation
             where organisation_id = :organisation and closed_at is null
               and facility_id = any(:facilities)
               and (cast(:network as text) is null or network = :network)
               and (not :mine or assigned_to = :me)
               and (not :needs or needs_reply)
               and (urgency, due_at, id) > (cast(:urgency as smallint), :at, :id)
             order by urgency, due_at, id
             limit :most
            """;

    private static final String CLOSED = """
            select organisation_id, id, facility_id, network, kind, who, preview, category, urgency, read_first,
                   language, why, needs_reply, held, due_at, began_at, last_at, assigned_to, closed_at
              from conversation
             where organisation_id = :organisation and closed_at is not null
               and facility_id = any(:facilities)
               and (cast(:network as text) is null or network = :network)
               and (not :mine or assigned_to = :me) and (not :needs or needs_reply) and :urgency >= 0
               and (closed_at, id) < (:at, :id)
             order by closed_at desc, id desc
             limit :most
            """;

    /** How many wait for a reply, and how many of the open ones are mine. */
    record Counted(int needReply, int mine, int open) {}

    Counted count(List<FacilityId> facilities, UUID me) {
        return glance.at(
                        """
                select count(*) filter (where needs_reply) as needs,
                       count(*) filter (where assigned_to = :me) as mine,
                       count(*) as open
                  from conversation
                 where organisation_id = nullif(current_setting('hearten.organisation', true), '')::uuid
                   and closed_at is null and facility_id = any(:facilities)
                """,
                        Map.of(
                                "facilities",
                                facilities.stream().map(FacilityId::value).toArray(UUID[]::new),
                                "me",
                                me),
                        (row, number) -> new Counted(row.getInt("needs"), row.getInt("mine"), row.getInt("open")))
                .getFirst();
    }

    void assign(ConversationId id, PersonId to, Instant now) {
        jdbc.sql("""
                update conversation set assigned_to = :person, assigned_at = :now
                 where organisation_id = :organisation and id = :id
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("person", to.value())
                .param("now", utc(now))
                .update();
    }

    /** @return whether it was open */
    boolean close(ConversationId id, PersonId by, Instant now) {
        return jdbc.sql("""
                update conversation set closed_at = :now, closed_by = :by, needs_reply = false
                 where organisation_id = :organisation and id = :id and closed_at is null
                """)
                        .param("organisation", id.organisation().value())
                        .param("id", id.value())
                        .param("by", by.value())
                        .param("now", utc(now))
                        .update()
                == 1;
    }

    boolean reopen(ConversationId id) {
        return jdbc.sql("""
                update conversation set closed_at = null, closed_by = null
                 where organisation_id = :organisation and id = :id and closed_at is not null
                """)
                        .param("organisation", id.organisation().value())
                        .param("id", id.value())
                        .update()
                == 1;
    }

    void answered(ConversationId id) {
        jdbc.sql("update conversation set needs_reply = false where organisation_id = :organisation and id = :id")
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .update();
    }

    void decided(ConversationId id) {
        jdbc.sql("update conversation set held = false where organisation_id = :organisation and id = :id")
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .update();
    }

    /** Its words are gone, so nothing of them stays in the list either. */
    void emptied(ConversationId id, Instant now) {
        jdbc.sql("""
                update conversation
                   set who = :who, preview = :preview, why = :why, needs_reply = false, held = false,
                       closed_at = coalesce(closed_at, :now)
                 where organisation_id = :organisation and id = :id
                   and not exists (select 1 from message m
                                    where m.organisation_id = :organisation and m.conversation_id = :id
                                      and m.withdrawn_at is null)
                """)
                .param("organisation", id.organisation().value())
                .param("id", id.value())
                .param("who", keys.sealText(id.organisation(), WHO, ""))
                .param("preview", keys.sealText(id.organisation(), PREVIEW, ""))
                .param("why", keys.sealText(id.organisation(), WHY, "\n"))
                .param("now", utc(now))
                .update();
    }

    private Conversation read(ResultSet row) throws SQLException {
        var organisation = new OrganisationId(row.getObject("organisation_id", UUID.class));
        var why = keys.openText(organisation, WHY, row.getBytes("why")).split("\n", 2);
        return new Conversation(
                new ConversationId(organisation, row.getObject("id", UUID.class)),
                new FacilityId(organisation, row.getObject("facility_id", UUID.class)),
                Network.valueOf(row.getString("network")),
                Heard.Kind.valueOf(row.getString("kind")),
                keys.openText(organisation, WHO, row.getBytes("who")),
                Masked.pieces(keys.openText(organisation, PREVIEW, row.getBytes("preview"))),
                Triage.Category.valueOf(row.getString("category")),
                row.getInt("urgency"),
                row.getBoolean("read_first"),
                row.getString("language"),
                new Words(why[0], why.length > 1 ? why[1] : why[0]),
                row.getBoolean("needs_reply"),
                row.getBoolean("held"),
                row.getObject("due_at", OffsetDateTime.class).toInstant(),
                row.getObject("began_at", OffsetDateTime.class).toInstant(),
                row.getObject("last_at", OffsetDateTime.class).toInstant(),
                row.getObject("assigned_to", UUID.class),
                row.getObject("closed_at", OffsetDateTime.class) instanceof OffsetDateTime at ? at.toInstant() : null);
    }

    private byte[] preview(OrganisationId organisation, Reading reading) {
        var words = reading.masked().replaceAll("\\s+", " ").strip();
        var end = Math.min(words.length(), PREVIEW_CHARACTERS);
        var cut = words.length() <= end
                ? words
                : words.substring(0, words.offsetByCodePoints(0, words.codePointCount(0, end))) + "…";
        return keys.sealText(organisation, PREVIEW, cut);
    }

    private byte[] why(OrganisationId organisation, Reading reading) {
        var why = reading.triage().why();
        return keys.sealText(
                organisation, WHY, why.en().replace('\n', ' ') + "\n" + why.hi().replace('\n', ' '));
    }

    private static int urgency(Reading reading) {
        return Math.clamp(reading.triage().urgency(), 1, 4);
    }
}
