package org.hearten.channels.bluesky;

import static java.util.Map.entry;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.hearten.channels.AccountId;
import org.hearten.channels.Channel;
import org.hearten.channels.Counts;
import org.hearten.channels.Hearing;
import org.hearten.channels.Lookup;
import org.hearten.channels.Network;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Removal;
import org.hearten.channels.SendKey;
import org.hearten.channels.SendResult;
import org.hearten.channels.TextRules;
import org.hearten.channels.Trouble;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Posts under a key minted beforehand, looks before it would post again, and answers with what the server said. */
@Component
class BlueskyChannel implements Channel {
    private static final TextRules RULES = new TextRules(300, 3000, 4, 2000);

    // Whoever sends holds the delivery for a little longer than this, so that nothing is still under way afterwards.
    private static final Duration WHOLE_CALL_WITHIN = Duration.ofSeconds(40);

    private final RecordKeys keys = new RecordKeys();
    private final Xrpc xrpc;
    private final SignedInCalls calls;
    private final AccountKeeper keeper;
    private final Preparation preparation;
    private final Listening listening;
    private final Numbers numbers;
    private final BlueskySettings settings;
    private final JsonMapper json;

    BlueskyChannel(
            Xrpc xrpc,
            SignedInCalls calls,
            AccountKeeper keeper,
            PostRecords records,
            BlueskySettings settings,
            JsonMapper json,
            Clock clock) {
        this.xrpc = xrpc;
        this.calls = calls;
        this.keeper = keeper;
        this.preparation = new Preparation(xrpc, calls, records, clock);
        this.listening = new Listening(xrpc, calls, settings, clock);
        this.numbers = new Numbers(xrpc, calls);
        this.settings = settings;
        this.json = json;
    }

    @Override
    public Network network() {
        return Network.BLUESKY;
    }

    @Override
    public TextRules rules() {
        return RULES;
    }

    @Override
    public SendKey mintKey(Instant now) {
        return keys.mint(now);
    }

    @Override
    public SendResult send(AccountId account, SendKey key, Outgoing outgoing) {
        return xrpc.inTotalWithin(WHOLE_CALL_WITHIN, () -> switch (preparation.prepare(account, outgoing)) {
            case Preparation.Outcome.Stopped(var why) -> why;
            case Preparation.Outcome.Ready(var record) -> create(account, key, record);
        });
    }

    private SendResult create(AccountId account, SendKey key, JsonNode record) {
        var outcome = calls.call(account, session -> {
            var body = address(session, key);
            body.set("record", record);
            return xrpc.tell(session.pds(), "com.atproto.repo.createRecord", session.accessToken(), body);
        });
        return switch (outcome) {
            case SignedInCalls.Outcome.Answered(Answer.Yes(var made), var session) ->
                new SendResult.Sent(standsAt(session, key, made));
            case SignedInCalls.Outcome.Answered(Answer.No no, _) when no.isServersFault() ->
                new SendResult.Unknown(Trouble.SERVER_ERROR.name());
            case SignedInCalls.Outcome.Answered(Answer.Silence(var trouble), _) -> new SendResult.Unknown(trouble.name());
            case SignedInCalls.Outcome other -> Unsent.of(other);
        };
    }

    @Override
    public Lookup find(AccountId account, SendKey key) {
        return xrpc.inTotalWithin(WHOLE_CALL_WITHIN, () -> look(account, key));
    }

    private Lookup look(AccountId account, SendKey key) {
        var kept = keeper.find(account).orElse(null);
        if (kept == null) return new Lookup.CannotTell(Trouble.NOT_CONNECTED.name());

        var session = kept.session();
        // The server that holds the repository is asked, and needs no token for it: only its word can mean "absent".
        var answer = xrpc.ask(
                session.pds(),
                "com.atproto.repo.getRecord",
                null,
                List.of(entry("repo", session.did()), entry("collection", PostRecords.COLLECTION), entry("rkey", key.value())));
        return switch (answer) {
            case Answer.Yes(var found) -> new Lookup.Present(standsAt(session, key, found));
            case Answer.No no when no.error().equals("RecordNotFound") -> new Lookup.Absent();
            case Answer.No no when no.isServersFault() -> seenByReaders(account, session, key);
            case Answer.No _, Answer.NeverLeft _, Answer.Silence _ ->
                new Lookup.CannotTell(Unsent.trouble(answer).name());
        };
    }

    /**
     * A server may stumble over a record that it holds (a PDS in development mode does, when there is a picture). If readers see the
     * post, it stands; if they do not, that proves nothing.
     */
    private Lookup seenByReaders(AccountId account, Session session, SendKey key) {
        var parameters = List.of(entry("uris", uri(session, key)));
        var outcome = calls.call(
                account, again -> xrpc.ask(again.pds(), "app.bsky.feed.getPosts", again.accessToken(), parameters));
        return outcome instanceof SignedInCalls.Outcome.Answered(Answer.Yes(var seen), _) && !seen.path("posts").isEmpty()
                ? new Lookup.Present(standsAt(session, key, seen.path("posts").path(0)))
                : new Lookup.CannotTell(Trouble.SERVER_ERROR.name());
    }

    @Override
    public Removal remove(AccountId account, SendKey key, @Nullable NetworkRef ref) {
        var outcome = xrpc.inTotalWithin(
                WHOLE_CALL_WITHIN,
                () -> calls.call(
                        account,
                        session -> xrpc.tell(
                                session.pds(),
                                "com.atproto.repo.deleteRecord",
                                session.accessToken(),
                                address(session, key))));
        return switch (outcome) {
            // The server names the commit that took it away; with nothing to take away there is none.
            case SignedInCalls.Outcome.Answered(Answer.Yes(var done), _) ->
                done.has("commit") ? new Removal.Removed() : new Removal.AlreadyGone();
            case SignedInCalls.Outcome.Answered(Answer.No no, _) when no.isFinal() -> new Removal.RemovalRefused(no.words());
            case SignedInCalls.Outcome other -> new Removal.RemoveLater(Unsent.trouble(other).name());
        };
    }

    @Override
    public Map<String, Counts> counts(AccountId account, List<NetworkRef> refs) {
        return xrpc.inTotalWithin(WHOLE_CALL_WITHIN, () -> numbers.of(account, refs));
    }

    @Override
    public Hearing hear(AccountId account, @Nullable String cursor) {
        return xrpc.inTotalWithin(WHOLE_CALL_WITHIN, () -> listening.since(account, cursor));
    }

    private ObjectNode address(Session session, SendKey key) {
        return json.createObjectNode()
                .put("repo", session.did())
                .put("collection", PostRecords.COLLECTION)
                .put("rkey", key.value());
    }

    private static String uri(Session session, SendKey key) {
        return "at://" + session.did() + "/" + PostRecords.COLLECTION + "/" + key.value();
    }

    private NetworkRef standsAt(Session session, SendKey key, JsonNode record) {
        var cid = record.path("cid").asString("");
        return new NetworkRef(
                uri(session, key),
                cid.isEmpty() ? null : cid,
                settings.pageOf(session.did(), key.value()));
    }
}
