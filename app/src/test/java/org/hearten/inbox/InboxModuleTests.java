package org.hearten.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.SettableClock;
import org.hearten.channels.Account;
import org.hearten.channels.Accounts;
import org.hearten.channels.Channel;
import org.hearten.channels.Channels;
import org.hearten.channels.Heard;
import org.hearten.channels.Network;
import org.hearten.channels.SendResult;
import org.hearten.people.Grant;
import org.hearten.people.Role;
import org.hearten.people.SignedIn;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Tenancy;
import org.hearten.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;

/** What is heard, threaded and answered, with a network that does as it is told. */
@HeartenTest
@Import({Given.class, InboxModuleTests.WithAScriptedNetwork.class})
@TestPropertySource(properties = "hearten.inbox.listen-every=12h")
class InboxModuleTests {
    private static final Duration UNDO_WITHIN = Duration.ofSeconds(10);
    private static final String OUR_POST = "at://ours/post";

    @TestConfiguration(proxyBeanMethods = false)
    static class WithAScriptedNetwork {
        @Bean
        @Primary
        Channels scriptedChannels(List<Channel> all) {
            return org.hearten.channels.ScriptedChannels.of(Stream.concat(
                            Stream.of((Channel) NETWORK),
                            all.stream().filter(channel -> channel.network() != Network.BLUESKY))
                    .toArray(Channel[]::new));
        }
    }

    @Autowired
    Given given;

    private static final ScriptedNetwork NETWORK = new ScriptedNetwork();

    private final ScriptedNetwork network = NETWORK;

    @Autowired
    Accounts accounts;

    @Autowired
    Listening listening;

    @Autowired
    Inbox inbox;

    @Autowired
    Answering answering;

    @Autowired
    ReplySender sender;

    @Autowired
    Replies replies;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    SettableClock clock;

    private Given.Cast narmada;
    private Account account;
    private SignedIn kabir;

    @BeforeEach
    void aFreshAccount() {
        network.silent = false;
        network.keepsButDoesNotAnswer = false;
        narmada = given.narmada();
        var person = narmada.with(Role.COMMUNITY_MANAGER);
        kabir = new SignedIn(person, "Kabir", List.of(new Grant(narmada.first(), Role.COMMUNITY_MANAGER, null)), null);
        account = given.as(narmada.with(Role.ADMINISTRATOR), () -> {
            var name = "a" + UUID.randomUUID();
            return accounts.get(
                    accounts.connect(narmada.first(), Network.BLUESKY, "did:" + name, name + ".example.org", "Bhopal"));
        });
    }

    @Test
    void what_was_heard_twice_is_kept_once() {
        network.say(account.id(), reply("one", OUR_POST, "Is the camp free?"));
        listen();
        inside(() -> jdbc.sql("update inbox_ear set cursor = '0' where account_id = :account")
                .param("account", account.id().value())
                .update());

        listen();

        assertThat(messages()).isEqualTo(1);
        assertThat(conversations()).isEqualTo(1);
    }

    @Test
    void a_long_silence_is_caught_up_in_order() {
        for (int each = 0; each < 10; each++) {
            network.say(account.id(), reply("catch-" + each, OUR_POST, "Message " + each));
        }
        network.silent = true;
        listen();
        assertThat(messages()).isZero();

        network.silent = false;
        listen();

        assertThat(messages()).isEqualTo(10);
    }

    @Test
    void a_thread_is_joined_however_late_the_parent_arrives() {
        network.say(
                account.id(),
                reply("grandchild", "child", "Third."),
                reply("other-child", "parent", "Also second."),
                reply("child", "parent", "Second."));
        listen();
        assertThat(conversations()).isEqualTo(2);

        network.say(account.id(), reply("parent", OUR_POST, "First."));
        listen();

        assertThat(conversations()).isEqualTo(1);
        assertThat(messages()).isEqualTo(4);
    }

    @Test
    void poison_is_set_aside_and_the_stream_goes_on() {
        network.say(
                account.id(),
                reply("before", OUR_POST, "Before."),
                reply("poison", OUR_POST, "x".repeat(20_001)),
                reply("no\0good\0", OUR_POST, "A name no database takes."),
                reply("after", OUR_POST, "After."));

        listen();

        assertThat(messages()).isEqualTo(2);
        assertThat(inside(() -> jdbc.sql("select reason from inbox_set_aside where account_id = :account order by ref")
                        .param("account", account.id().value())
                        .query(String.class)
                        .list()))
                .hasSize(2)
                .contains("TooLong");
    }

    @Test
    void private_details_are_hidden_and_showing_them_is_recorded_first() {
        network.say(account.id(), reply("private", OUR_POST, "My number is 98260 12345, please call."));
        listen();
        var opened = open();
        var message = opened.messages().getFirst();
        assertThat(message.hidden()).isPositive();
        assertThat(message.pieces().toString()).doesNotContain("98260");

        as(() -> inbox.recordReveal(opened.conversation().id(), message.id(), Reason.TO_ANSWER));

        assertThat(as(() -> inbox.reveal(opened.conversation().id(), message.id()))
                        .text())
                .contains("98260 12345");
        assertThat(inside(() -> jdbc.sql("""
                        select detail from audit_entry where action = 'inbox.message_revealed' and object_id = :message
                        """)
                        .param("message", message.id())
                        .query(String.class)
                        .single()))
                .isEqualTo("TO_ANSWER");
    }

    @Test
    void nothing_a_person_wrote_lies_open_in_the_database() {
        network.say(account.id(), reply("canary", OUR_POST, "canary-in-the-inbox"));
        listen();

        assertThat(inside(() -> jdbc.sql("""
                        select count(*) from message m join conversation c on c.id = m.conversation_id
                         where position(convert_to('canary-in', 'UTF8') in m.body || m.masked || c.preview || c.why) > 0
                            or position(convert_to('Grace', 'UTF8') in m.author || c.who) > 0
                        """).query(Integer.class).single())).isZero();
    }

    @Test
    void an_answer_leaves_once() {
        network.say(account.id(), reply("question", OUR_POST, "When does the camp begin?"));
        listen();
        var sends = network.sends.get();

        var reply = write("Camps are listed on our page. Thank you for asking.");
        write("Camps are listed on our page. Thank you for asking."); // a double click
        await(reply, Reply.State.SENT);

        assertThat(network.sends.get()).isEqualTo(sends + 1);
        var sent = network.standing().get(find(reply).key().value());
        assertThat(sent.replyTo().parentRef())
                .isEqualTo("at://them/question" + account.id().value());
        assertThat(open().conversation().needsReply()).isFalse();
    }

    @Test
    void after_a_lost_answer_the_network_is_looked_at_and_nothing_is_sent_again() {
        network.say(account.id(), reply("lost", OUR_POST, "Do you have a pharmacy?"));
        listen();
        network.keepsButDoesNotAnswer = true;
        var sends = network.sends.get();

        var reply = write("Yes, it is open to everyone every day.");
        await(reply, Reply.State.UNKNOWN);
        clock.advance(Duration.ofMinutes(3));
        inside(() -> {
            sender.attempt(reply);
            return true;
        });

        await(reply, Reply.State.SENT);
        assertThat(network.sends.get()).isEqualTo(sends + 1);
    }

    @Test
    void what_certainly_never_arrived_is_sent_again() {
        network.say(account.id(), reply("again", OUR_POST, "Is parking free?"));
        listen();
        network.nextResult(new SendResult.Unknown("the line broke"));

        var reply = write("Parking is free for everyone.");
        await(reply, Reply.State.UNKNOWN);
        for (int round = 0; round < 2; round++) {
            clock.advance(Duration.ofMinutes(3));
            inside(() -> {
                sender.attempt(reply);
                return true;
            });
        }

        await(reply, Reply.State.SENT);
        assertThat(network.standing().values().stream()
                        .filter(each -> each.subject().equals(reply.value())))
                .hasSize(1);
    }

    @Test
    void the_networks_no_is_told_in_its_own_words() {
        network.say(account.id(), reply("no", OUR_POST, "Hello?"));
        listen();
        network.nextResult(new SendResult.Refused("the thread is closed"));

        var reply = write("Hello, how can we help?");

        await(reply, Reply.State.REFUSED);
        assertThat(find(reply).said()).isEqualTo("the thread is closed");
    }

    @Test
    void another_organisation_sees_nothing_of_it() {
        network.say(account.id(), reply("walls", OUR_POST, "Inside."));
        listen();
        var id = open().conversation().id();

        assertThat(given.in(given.lakeside().organisation(), () -> inbox.facilityOf(id)))
                .isEmpty();
        assertThatThrownBy(() -> given.in(given.lakeside().organisation(), () -> inbox.get(id)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void a_closed_thread_opens_again_when_its_writer_comes_back() {
        network.say(account.id(), reply("first", OUR_POST, "Thanks!"));
        listen();
        var id = open().conversation().id();
        as(() -> inbox.close(kabir, id));
        assertThat(open().conversation().closed()).isTrue();

        network.say(account.id(), reply("second", "first", "One more thing."));
        listen();

        assertThat(open().conversation().closed()).isFalse();
        assertThat(open().messages()).hasSize(2);
    }

    @Test
    void an_answer_is_taken_back_before_it_leaves_and_never_after() {
        network.say(account.id(), reply("undo", OUR_POST, "When does the camp begin?"));
        listen();
        var reply = writeOnly("At nine, in the big hall.");
        var conversation = open().conversation();
        tenancy.run(Caller.system(narmada.organisation(), "inbox"), () -> sender.attempt(reply));
        assertThat(find(reply).state()).isEqualTo(Reply.State.READY);

        assertThat(as(() -> answering.takeBack(conversation, reply))).contains("At nine, in the big hall.");
        assertThat(open().replies()).isEmpty();
        assertThat(as(() -> answering.takeBack(conversation, reply))).isEmpty();

        var second = write("At ten, in the big hall.");
        assertThat(as(() -> answering.takeBack(conversation, second))).isEmpty();
        await(second, Reply.State.SENT);
    }

    @Test
    void a_note_is_read_by_colleagues_and_kept_sealed() {
        network.say(account.id(), reply("note", OUR_POST, "Is the lab open on Sunday?"));
        listen();
        var conversation = open().conversation().id();

        as(() -> inbox.note(kabir, conversation, "  Farah knows the lab's hours.\r\nAsk her first.  "));

        assertThat(open().talk().getLast())
                .isInstanceOfSatisfying(
                        Note.class,
                        note -> assertThat(note.text()).isEqualTo("Farah knows the lab's hours.\nAsk her first."));
        assertThat(inside(() -> jdbc.sql("select count(*) from inbox_note where position('Farah'::bytea in body) > 0")
                        .query(Integer.class)
                        .single()))
                .isZero();
        assertThatThrownBy(() -> as(() -> inbox.note(kabir, conversation, "  ")))
                .isInstanceOf(Refusal.class);
        assertThat(open().messages()).hasSize(1);
    }

    private Heard reply(String ref, @Nullable String parent, String text) {
        var parentRef = OUR_POST.equals(parent)
                ? OUR_POST
                : "at://them/" + parent + account.id().value();
        return new Heard(
                "at://them/" + ref + account.id().value(),
                Heard.Kind.REPLY,
                "grace.example.org",
                "Grace",
                text,
                parentRef,
                OUR_POST,
                Instant.parse("2026-11-24T06:00:00Z"),
                "https://bsky.example.org/" + ref);
    }

    private void listen() {
        tenancy.run(Caller.system(narmada.organisation(), "inbox"), () -> listening.listen(account));
    }

    private Opened open() {
        var id = inside(() -> jdbc.sql("select id from conversation where account_id = :account")
                .param("account", account.id().value())
                .query(UUID.class)
                .single());
        return as(() -> inbox.open(kabir, new ConversationId(narmada.organisation(), id)));
    }

    /** Written, and not taken back while that was possible. */
    private ReplyId write(String text) {
        var reply = writeOnly(text);
        clock.advance(UNDO_WITHIN);
        tenancy.run(Caller.system(narmada.organisation(), "inbox"), () -> sender.attempt(reply));
        return reply;
    }

    private ReplyId writeOnly(String text) {
        var conversation = open().conversation();
        var written = as(() -> answering.write(conversation, text, kabir.person()));
        assertThat(written).isInstanceOf(Answering.Written.Waiting.class);
        return inside(() -> jdbc.sql("select id from reply where conversation_id = :conversation")
                .param("conversation", conversation.id().value())
                .query((row, number) -> new ReplyId(narmada.organisation(), row.getObject(1, UUID.class)))
                .single());
    }

    private Reply find(ReplyId reply) {
        return inside(() -> replies.find(reply).orElseThrow());
    }

    private void await(ReplyId reply, Reply.State state) {
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> find(reply).state() == state);
    }

    private int messages() {
        return count("select count(*) from message where account_id = :account");
    }

    private int conversations() {
        return count("select count(*) from conversation where account_id = :account");
    }

    private int count(String sql) {
        return inside(() -> jdbc.sql(sql)
                .param("account", account.id().value())
                .query(Integer.class)
                .single());
    }

    private <T> T inside(java.util.function.Supplier<T> work) {
        return given.in(narmada.organisation(), work);
    }

    private <T> T as(java.util.function.Supplier<T> work) {
        return given.as(kabir.person(), work);
    }

    private void as(Runnable work) {
        given.run(kabir.person(), work);
    }
}
