package org.hearten.channels.bluesky;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.hearten.channels.AccountId;
import org.hearten.channels.Channel;
import org.hearten.channels.ChannelContract;
import org.hearten.channels.Counts;
import org.hearten.channels.Heard;
import org.hearten.channels.NetworkRef;
import org.hearten.channels.Outgoing;
import org.hearten.channels.Picture;
import org.hearten.channels.ReplyTo;
import org.hearten.channels.SendResult;
import org.hearten.facilities.FacilityId;
import org.hearten.peers.BlueskyMember;
import org.hearten.peers.BlueskyNetwork;
import org.hearten.peers.LossyLink;
import org.hearten.tenancy.OrganisationId;
import org.hearten.web.OutgoingHttp;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

/** The contract, and what is Bluesky's own, against servers the network's makers wrote. */
class BlueskyPeerTests extends ChannelContract {
    private static final String CREATE = "com.atproto.repo.createRecord";
    private static BlueskyNetwork network;
    private static LossyLink link;

    private final OrganisationId narmada = new OrganisationId(UUID.randomUUID());
    private final AccountId bhopal = new AccountId(narmada, UUID.randomUUID());
    private final RememberedAccounts accounts = new RememberedAccounts();
    private final JsonMapper json = new JsonMapper();
    private final Clock clock = Clock.systemUTC();
    private final BlueskySettings settings =
            new BlueskySettings(URI.create("https://bsky.social"), URI.create("https://bsky.app"), true);
    private final ServerAddresses addresses = new ServerAddresses(settings);
    private final Xrpc xrpc = new Xrpc(new OutgoingHttp(), addresses, json, clock);
    private final SignIn signIn = new SignIn(xrpc, json, addresses);
    private final BlueskyChannel channel = new BlueskyChannel(
            xrpc, new SignedInCalls(signIn, accounts), accounts, new PostRecords(json), settings, json, clock);

    @BeforeAll
    static void meetTheNetwork() {
        network = BlueskyNetwork.running();
        link = new LossyLink(network.pds());
    }

    @AfterAll
    static void leave() {
        if (link != null) link.close();
    }

    @BeforeEach
    void connect() {
        var known = network.account("bhopal-hospital");
        var outcome = signIn.with(link.address(), known.handle(), known.appPassword());
        assertThat(outcome).isInstanceOf(SignIn.Outcome.In.class);
        accounts.kept.put(bhopal, new AccountKeeper.Kept(((SignIn.Outcome.In) outcome).session(), null));
    }

    @Test
    void a_post_arrives_whole_with_picture_alt_text_link_mention_and_tag() {
        var text = "टीका शिविर 💉 https://hearten.example.org/flu @sehore-clinic.test #टीकाकरण";

        var post = ref(channel.send(
                bhopal, channel.mintKey(Instant.now()), outgoing(text, List.of(picture("A nurse waves")), null)));

        network.settle();
        var record = network.member("grace-visits").read(post.uri()).path("record");
        assertThat(record.path("text").asString()).isEqualTo(text);
        assertThat(record.path("langs").path(0).asString()).isEqualTo("hi");
        var image = record.path("embed").path("images").path(0);
        assertThat(image.path("alt").asString()).isEqualTo("A nurse waves");
        assertThat(image.path("aspectRatio").toString()).isEqualTo("{\"width\":48,\"height\":32}");
        assertThat(record.path("facets").findValuesAsString("uri")).containsExactly("https://hearten.example.org/flu");
        assertThat(record.path("facets").findValuesAsString("did"))
                .containsExactly(network.account("sehore-clinic").did());
        assertThat(record.path("facets").findValuesAsString("tag")).containsExactly("टीकाकरण");
        assertThat(record.path("facets").path(0).path("index").path("byteStart").asInt())
                .isEqualTo("टीका शिविर 💉 ".getBytes().length);
    }

    @Test
    void a_lost_request_is_found_absent_and_may_be_sent_under_the_same_key() {
        var key = channel.mintKey(Instant.now());
        link.loseNextRequestTo(CREATE);

        assertThat(channel.send(bhopal, key, outgoing("Lost", List.of(), null))).isInstanceOf(SendResult.Unknown.class);
        assertThat(channel.find(bhopal, key)).isEqualTo(new org.hearten.channels.Lookup.Absent());
        assertThat(channel.send(bhopal, key, outgoing("Lost", List.of(), null))).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void a_spent_session_is_renewed_by_the_real_server() {
        var session = accounts.kept.get(bhopal).session();
        spoil(session, "spoiled", session.refreshToken());

        assertThat(channel.send(bhopal, channel.mintKey(Instant.now()), outgoing("Renewed", List.of(), null)))
                .isInstanceOf(SendResult.Sent.class);
        assertThat(accounts.kept.get(bhopal).session().refreshToken()).isNotEqualTo(session.refreshToken());
    }

    @Test
    void a_lost_renewal_is_made_good_with_the_app_password() {
        var session = accounts.kept.get(bhopal).session();
        spoil(session, "spoiled", "spoiled");

        assertThat(channel.send(bhopal, channel.mintKey(Instant.now()), outgoing("Signed in again", List.of(), null)))
                .isInstanceOf(SendResult.Sent.class);
    }

    @Test
    void a_wrong_password_is_refused_in_the_networks_words() {
        assertThat(signIn.with(network.pds(), "bhopal-hospital.test", "not-the-password"))
                .isEqualTo(new SignIn.Outcome.Refused("Invalid identifier or password"));
    }

    @Test
    void mentions_and_quotes_are_heard_and_likes_are_not() {
        var post =
                ref(channel.send(bhopal, channel.mintKey(Instant.now()), outgoing("Ask us anything", List.of(), null)));
        var grace = network.member("grace-visits");
        network.settle();

        grace.quote(of(post), "Good of them");
        grace.like(of(post));
        network.settle();

        until(() -> channel.hear(bhopal, null).items().stream()
                .anyMatch(heard ->
                        heard.kind() == Heard.Kind.QUOTE && heard.text().equals("Good of them")));
    }

    @Test
    void a_reply_a_like_and_a_repost_are_counted_and_what_is_gone_is_not() {
        var key = channel.mintKey(Instant.now());
        var post = ref(channel.send(bhopal, key, outgoing("Count me", List.of(), null)));
        var grace = network.member("grace-visits");
        network.settle();
        grace.answer(of(post), of(post), "One");
        grace.like(of(post));
        grace.passOn(of(post));
        grace.quote(of(post), "And one");
        network.settle();

        until(() -> new Counts(1, 1, 1, 1)
                .equals(channel.counts(bhopal, List.of(post)).get(post.uri())));

        channel.remove(bhopal, key, post);
        network.settle();
        until(() -> channel.counts(bhopal, List.of(post)).isEmpty());
    }

    private void spoil(Session session, String access, String refresh) {
        var spoiled = new Session(
                session.server(),
                session.pds(),
                session.did(),
                session.handle(),
                access,
                refresh,
                session.appPassword());
        accounts.kept.put(bhopal, new AccountKeeper.Kept(spoiled, null));
    }

    @Override
    protected Channel channel() {
        return channel;
    }

    @Override
    protected AccountId account() {
        return bhopal;
    }

    @Override
    protected Outgoing outgoing(String text, List<Picture> pictures, @Nullable ReplyTo replyTo) {
        return new Outgoing(
                "", text, "hi", pictures, replyTo, new FacilityId(narmada, UUID.randomUUID()), UUID.randomUUID());
    }

    @Override
    protected Picture picture(String altText) {
        var image = new BufferedImage(48, 32, BufferedImage.TYPE_INT_RGB);
        image.createGraphics().setColor(Color.CYAN);
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return new Picture(bytes.toByteArray(), "image/png", altText, 48, 32);
    }

    @Override
    protected void visitorAnswers(NetworkRef post, String text) {
        network.member("grace-visits").answer(of(post), of(post), text);
    }

    @Override
    protected void visitorLikes(NetworkRef post) {
        network.member("grace-visits").like(of(post));
    }

    @Override
    protected void settle() {
        network.settle();
    }

    @Override
    protected void loseTheNextAnswer() {
        link.loseNextAnswerTo(CREATE);
    }

    private static BlueskyMember.Ref of(NetworkRef ref) {
        return new BlueskyMember.Ref(ref.uri(), String.valueOf(ref.cid()));
    }
}
