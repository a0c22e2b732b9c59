package org.hearten.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.channels.AccountId;
import org.hearten.channels.Lookup;
import org.hearten.channels.NetworkSilent;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Picture;
import org.hearten.channels.Removal;
import org.hearten.channels.ReplyTo;
import org.hearten.channels.SendKey;
import org.hearten.channels.SendResult;
import org.hearten.channels.Trouble;
import org.hearten.facilities.FacilityId;
import org.hearten.tenancy.OrganisationId;
import org.hearten.web.OutgoingHttp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** Every way a server can answer, or not, and what we make of it. */
class BlueskyAnswersTests {
    private static final Instant NOON = Instant.parse("2026-11-24T06:30:00Z");
    private static final String CREATE = "com.atproto.repo.createRecord";
    private static final String REFRESH = "com.atproto.server.refreshSession";
    private static final String SIGN_IN = "com.atproto.server.createSession";
    private static final String UPLOAD = "com.atproto.repo.uploadBlob";
    private static final String CREATED = "{\"uri\":\"at://did:plc:narmada/app.bsky.feed.post/3kkk\",\"cid\":\"bafy\"}";
    private static final String EXPIRED = "{\"error\":\"ExpiredToken\",\"message\":\"Token has expired\"}";
    private static final String FRESH =
            "{\"did\":\"did:plc:narmada\",\"handle\":\"bhopal.test\",\"accessJwt\":\"access-2\",\"refreshJwt\":\"refresh-2\"}";
    private static final String WRONG_PASSWORD =
            "{\"error\":\"AuthenticationRequired\",\"message\":\"Invalid identifier or password\"}";

    private final OrganisationId narmada = new OrganisationId(UUID.randomUUID());
    private final AccountId bhopal = new AccountId(narmada, UUID.randomUUID());
    private final SendKey key = new SendKey("3lbrjfvk2s222");
    private final AServer server = new AServer();
    private final RememberedAccounts accounts = new RememberedAccounts();
    private final BlueskyChannel channel = channel(Duration.ofSeconds(2));

    BlueskyAnswersTests() {
        connect(server.address());
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void a_made_record_is_sent() {
        server.on(CREATE, 200, CREATED);

        var result = (SendResult.Sent) send("Flu season begins");

        assertThat(result.ref().uri()).isEqualTo("at://did:plc:narmada/app.bsky.feed.post/3lbrjfvk2s222");
        assertThat(result.ref().cid()).isEqualTo("bafy");
        assertThat(result.ref().url()).isEqualTo("https://bsky.app/profile/did:plc:narmada/post/3lbrjfvk2s222");
        assertThat(accounts.health.get(bhopal)).isEqualTo("working");
    }

    @Test
    void a_refusal_carries_the_networks_words() {
        server.on(
                CREATE,
                400,
                "{\"error\":\"InvalidRequest\",\"message\":\"Record/text must not be longer than 300 graphemes\"}");

        assertThat(send("x")).isEqualTo(new SendResult.Refused("Record/text must not be longer than 300 graphemes"));
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 504, 408})
    void a_server_in_trouble_may_have_made_it(int status) {
        server.on(CREATE, status, "<html>oh</html>");

        assertThat(send("x")).isEqualTo(new SendResult.Unknown("SERVER_ERROR"));
        assertThat(accounts.kept.get(bhopal).refusal()).isNull();
    }

    @Test
    void a_connection_that_ends_without_a_word_leaves_a_doubt() {
        server.hangsUpOn(CREATE);

        assertThat(send("x")).isEqualTo(new SendResult.Unknown("CUT_OFF"));
        assertThat(server.asked).as("asked once: asking again could post twice").containsExactly(CREATE);
    }

    @Test
    void an_answer_that_comes_too_late_leaves_a_doubt() {
        server.keepsWaitingOn(CREATE);

        assertThat(sendThrough(channel(Duration.ofMillis(200)))).isEqualTo(new SendResult.Unknown("TOO_SLOW"));
    }

    @Test
    void a_send_that_has_used_up_its_time_starts_nothing_more() {
        var json = new JsonMapper();
        var addresses = new ServerAddresses(new BlueskySettings(server.address(), server.address(), true));
        var xrpc = new Xrpc(new OutgoingHttp(), addresses, json, Clock.systemUTC());

        var answer =
                xrpc.inTotalWithin(Duration.ofSeconds(1), () -> xrpc.tell(server.address(), CREATE, "token", null));

        assertThat(answer).isEqualTo(new Answer.NeverLeft(Trouble.TOO_SLOW));
        assertThat(server.asked).isEmpty();
    }

    @Test
    void a_yes_that_cannot_be_read_leaves_a_doubt() {
        server.on(CREATE, 200, "{\"uri\":");

        assertThat(send("x")).isEqualTo(new SendResult.Unknown("NOT_UNDERSTOOD"));
    }

    @Test
    void a_server_that_is_not_there_took_nothing() {
        server.close();

        assertThat(send("x")).isEqualTo(new SendResult.RetryLater("NOT_REACHED"));
    }

    @Test
    void a_name_nobody_knows_took_nothing() {
        connect(URI.create("http://nowhere.invalid"));

        assertThat(send("x")).isInstanceOf(SendResult.RetryLater.class);
    }

    @ParameterizedTest
    @CsvSource({
        "RateLimit-Reset, 1795502100, 2026-11-24T06:35:00Z",
        "Retry-After, 90, 2026-11-24T06:31:30Z",
        "'Retry-After', 'Tue, 24 Nov 2026 06:40:00 GMT', 2026-11-24T06:40:00Z",
        "RateLimit-Reset, nonsense, 2026-11-24T06:31:00Z",
        "RateLimit-Reset, 1, 2026-11-24T06:31:00Z",
        "Retry-After, 99999999, 2026-11-25T06:30:00Z"
    })
    void a_limit_is_kept_until_the_network_says(String header, String value, Instant until) {
        server.on(CREATE, 429, "{\"error\":\"RateLimitExceeded\"}", Map.of(header, value));

        assertThat(send("x")).isEqualTo(new SendResult.RateLimited(until));
    }

    @Test
    void a_spent_token_is_renewed_and_the_new_pair_is_kept() {
        server.on(CREATE, 400, EXPIRED).on(CREATE, 200, CREATED).on(REFRESH, 200, FRESH);

        assertThat(send("x")).isInstanceOf(SendResult.Sent.class);
        assertThat(server.tokens).containsExactly("Bearer access-1", "Bearer refresh-1", "Bearer access-2");
        assertThat(kept().refreshToken()).isEqualTo("refresh-2");
        assertThat(kept().appPassword()).isEqualTo("abcd-efgh");
    }

    @Test
    void a_spent_renewal_is_made_good_with_the_app_password() {
        server.on(CREATE, 401, EXPIRED)
                .on(CREATE, 200, CREATED)
                .on(REFRESH, 400, EXPIRED)
                .on(SIGN_IN, 200, FRESH);

        assertThat(send("x")).isInstanceOf(SendResult.Sent.class);
        assertThat(kept().accessToken()).isEqualTo("access-2");
    }

    @Test
    void only_refused_credentials_disconnect() {
        server.on(CREATE, 400, EXPIRED).on(REFRESH, 401, EXPIRED).on(SIGN_IN, 401, WRONG_PASSWORD);

        assertThat(send("x")).isEqualTo(new SendResult.Disconnected("Invalid identifier or password"));
        assertThat(accounts.kept.get(bhopal).refusal()).isEqualTo("Invalid identifier or password");
        assertThat(kept().refreshToken()).as("nothing is emptied").isEqualTo("refresh-1");

        server.asked.clear();
        assertThat(send("x")).isInstanceOf(SendResult.Disconnected.class);
        assertThat(server.asked)
                .as("the network is left in peace until a person connects again")
                .isEmpty();
    }

    @ParameterizedTest
    @ValueSource(ints = {500, 502, 503, 429})
    void trouble_while_renewing_never_disconnects(int status) {
        server.on(CREATE, 400, EXPIRED).on(REFRESH, status, "");

        assertThat(send("x")).isInstanceOfAny(SendResult.RetryLater.class, SendResult.RateLimited.class);
        assertThat(accounts.kept.get(bhopal).refusal()).isNull();
        assertThat(kept().refreshToken()).isEqualTo("refresh-1");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"did\":\"did:plc:narmada\",\"accessJwt\":\"\",\"refreshJwt\":\"\"}", "not json"})
    void a_renewal_without_tokens_never_empties_ours(String body) {
        server.on(CREATE, 400, EXPIRED).on(REFRESH, 200, body);

        assertThat(send("x")).isEqualTo(new SendResult.RetryLater("NOT_UNDERSTOOD"));
        assertThat(kept().refreshToken()).isEqualTo("refresh-1");
    }

    @Test
    void a_token_refused_twice_is_no_proof_against_the_account() {
        server.on(CREATE, 401, EXPIRED).on(REFRESH, 200, FRESH);

        assertThat(send("x")).isEqualTo(new SendResult.RetryLater("SERVER_ERROR"));
        assertThat(accounts.kept.get(bhopal).refusal()).isNull();
    }

    @Test
    void a_person_who_connected_again_meanwhile_is_not_overruled() {
        server.on(CREATE, 400, EXPIRED).on(CREATE, 200, CREATED);
        server.on(REFRESH, exchange -> {
            connect(server.address(), "access-of-the-person");
            var body = FRESH.getBytes();
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        });

        assertThat(send("x")).isInstanceOf(SendResult.Sent.class);
        assertThat(kept().accessToken()).isEqualTo("access-of-the-person");
    }

    @ParameterizedTest
    @CsvSource({"500, RetryLater", "429, RateLimited", "400, Refused", "413, Refused"})
    void trouble_with_a_picture_leaves_no_doubt_about_the_post(int status, String kind) {
        server.on(UPLOAD, status, "{\"error\":\"BlobTooLarge\",\"message\":\"too large\"}");

        var result = channel.send(
                bhopal, key, outgoing("x", List.of(new Picture(new byte[] {1}, "image/png", "A nurse", 1, 1)), null));

        assertThat(result.getClass().getSimpleName()).isEqualTo(kind);
        assertThat(server.asked).doesNotContain(CREATE);
    }

    @Test
    void a_reply_to_what_is_gone_is_refused_before_it_leaves() {
        server.on("app.bsky.feed.getPosts", 200, "{\"posts\":[]}");

        var result = channel.send(bhopal, key, outgoing("Thank you", List.of(), new ReplyTo("at://b", "at://a")));

        assertThat(result).isInstanceOf(SendResult.Refused.class);
        assertThat(server.asked).doesNotContain(CREATE);
    }

    @Test
    void a_mention_of_nobody_stays_plain_text() {
        server.on(
                "com.atproto.identity.resolveHandle",
                400,
                "{\"error\":\"InvalidRequest\",\"message\":\"Unable to resolve handle\"}");
        server.on(CREATE, 200, CREATED);

        assertThat(send("Thanks @nobody.example.org")).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void looking_tells_present_absent_and_cannot_tell_apart() {
        var look = "com.atproto.repo.getRecord";
        server.on(look, 200, CREATED)
                .on(look, 400, "{\"error\":\"RecordNotFound\",\"message\":\"Could not locate record\"}")
                .on(look, 400, "{\"error\":\"InvalidRequest\",\"message\":\"Could not find repo\"}")
                .on(look, 404, "")
                .on(look, 502, "")
                .hangsUpOn(look);

        assertThat(channel.find(bhopal, key)).isInstanceOf(Lookup.Present.class);
        assertThat(channel.find(bhopal, key)).isInstanceOf(Lookup.Absent.class);
        assertThat(channel.find(bhopal, key)).isInstanceOf(Lookup.CannotTell.class);
        assertThat(channel.find(bhopal, key)).isInstanceOf(Lookup.CannotTell.class);
        assertThat(channel.find(bhopal, key)).isInstanceOf(Lookup.CannotTell.class);
        assertThat(channel.find(bhopal, key)).isInstanceOf(Lookup.CannotTell.class);
    }

    @Test
    void a_server_that_stumbles_over_its_own_record_is_helped_by_what_readers_see() {
        server.on("com.atproto.repo.getRecord", 500, "");
        server.on("app.bsky.feed.getPosts", 200, "{\"posts\":[{\"uri\":\"at://x\",\"cid\":\"bafy\"}]}")
                .on("app.bsky.feed.getPosts", 200, "{\"posts\":[]}");

        assertThat(channel.find(bhopal, key))
                .isInstanceOfSatisfying(
                        Lookup.Present.class,
                        there -> assertThat(there.ref().cid()).isEqualTo("bafy"));
        assertThat(channel.find(bhopal, key)).as("not seen proves nothing").isInstanceOf(Lookup.CannotTell.class);
    }

    @Test
    void taking_away_tells_what_happened() {
        var delete = "com.atproto.repo.deleteRecord";
        server.on(delete, 200, "{\"commit\":{\"cid\":\"bafy\",\"rev\":\"3l\"}}")
                .on(delete, 200, "{}")
                .on(delete, 503, "")
                .on(delete, 403, "{\"error\":\"Forbidden\",\"message\":\"Not yours\"}");

        assertThat(channel.remove(bhopal, key, null)).isEqualTo(new Removal.Removed());
        assertThat(channel.remove(bhopal, key, null)).isEqualTo(new Removal.AlreadyGone());
        assertThat(channel.remove(bhopal, key, null)).isEqualTo(new Removal.RemoveLater("SERVER_ERROR"));
        assertThat(channel.remove(bhopal, key, null)).isEqualTo(new Removal.RemovalRefused("Not yours"));
    }

    @Test
    void a_question_without_an_answer_says_so_and_until_when() {
        var listen = "app.bsky.notification.listNotifications";
        server.on(listen, 429, "", Map.of("Retry-After", "60")).on(listen, 500, "");

        assertThatThrownBy(() -> channel.hear(bhopal, null))
                .isInstanceOfSatisfying(
                        NetworkSilent.class,
                        silent -> assertThat(silent.until()).isEqualTo(NOON.plusSeconds(60)));
        assertThatThrownBy(() -> channel.hear(bhopal, null))
                .isInstanceOfSatisfying(
                        NetworkSilent.class,
                        silent -> assertThat(silent.trouble()).isEqualTo(Trouble.SERVER_ERROR));
    }

    @Test
    void a_long_absence_is_heard_in_several_sittings_and_nothing_is_lost() {
        var listen = "app.bsky.notification.listNotifications";
        for (var page = 1; page <= 7; page++) {
            server.on(listen, 200, page(page, page < 7 ? ",\"cursor\":\"page-" + page + "\"" : ""));
        }

        var first = channel.hear(bhopal, "2026-11-24T00:00:00Z");
        var second = channel.hear(bhopal, first.nextCursor());

        assertThat(first.items()).hasSize(5);
        assertThat(second.items()).hasSize(2);
        assertThat(first.nextCursor()).isEqualTo("2026-11-24T00:00:00Z 2026-11-24T06:29:00Z page-5");
        assertThat(second.nextCursor()).as("the newest of the first sitting").isEqualTo("2026-11-24T06:29:00Z");
        assertThat(first.items().getFirst().at())
                .as("oldest first")
                .isBefore(first.items().getLast().at());
    }

    @Test
    void a_tired_redirect_is_not_followed_with_our_token() {
        server.on(CREATE, 302, "", Map.of("Location", server.address() + "/xrpc/elsewhere"));

        assertThat(send("x")).isInstanceOf(SendResult.Refused.class);
        assertThat(server.asked).containsExactly(CREATE);
    }

    private static String page(int page, String cursor) {
        return """
                {"notifications":[{"uri":"at://did:plc:grace/app.bsky.feed.post/3k%d","reason":"reply",
                 "author":{"did":"did:plc:grace","handle":"grace.test"},"record":{"text":"Is it free?"},
                 "indexedAt":"%s"}]%s}""".formatted(page, NOON.minusSeconds(60L * page), cursor);
    }

    private SendResult send(String text) {
        return channel.send(bhopal, key, outgoing(text, List.of(), null));
    }

    private SendResult sendThrough(BlueskyChannel other) {
        return other.send(bhopal, key, outgoing("x", List.of(), null));
    }

    private Outgoing outgoing(String text, List<Picture> pictures, @Nullable ReplyTo replyTo) {
        return new Outgoing(
                "", text, "en", pictures, replyTo, new FacilityId(narmada, UUID.randomUUID()), UUID.randomUUID());
    }

    private Session kept() {
        return accounts.kept.get(bhopal).session();
    }

    private void connect(URI address) {
        connect(address, "access-1");
    }

    private void connect(URI address, String token) {
        var session = new Session(address, address, "did:plc:narmada", "bhopal.test", token, "refresh-1", "abcd-efgh");
        accounts.kept.put(bhopal, new AccountKeeper.Kept(session, null));
    }

    private BlueskyChannel channel(Duration answerWithin) {
        var json = new JsonMapper();
        var clock = Clock.fixed(NOON, ZoneOffset.UTC);
        var settings = new BlueskySettings(URI.create("https://bsky.social"), URI.create("https://bsky.app"), true);
        var addresses = new ServerAddresses(settings);
        var xrpc = new Xrpc(new OutgoingHttp(), addresses, json, clock, answerWithin);
        var calls = new SignedInCalls(new SignIn(xrpc, json, addresses), accounts);
        return new BlueskyChannel(xrpc, calls, accounts, new PostRecords(json), settings, json, clock);
    }
}
