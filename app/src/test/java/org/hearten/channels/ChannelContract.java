package org.hearten.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

/** What every network's channel promises, whoever wrote the network. */
public abstract class ChannelContract {
    private static final Duration LOOK_EVERY = Duration.ofMillis(200);
    private static final Duration SEEN_WITHIN = Duration.ofSeconds(20);

    protected abstract Channel channel();

    protected abstract AccountId account();

    protected abstract Outgoing outgoing(String text, List<Picture> pictures, @Nullable ReplyTo replyTo);

    protected abstract Picture picture(String altText);

    /** Somebody outside answers; returns when the network has taken it. */
    protected abstract void visitorAnswers(NetworkRef post, String text);

    protected abstract void visitorLikes(NetworkRef post);

    /** Waits until what was done can be seen. */
    protected abstract void settle();

    /** The next post arrives, but its answer does not. A network inside this process has no such road: it aborts. */
    protected void loseTheNextAnswer() {
        throw new TestAbortedException("This channel has no road on which an answer could be lost");
    }

    @Test
    protected void what_was_sent_stands_there() {
        var key = channel().mintKey(Instant.now());

        var result = channel().send(account(), key, outgoing("Flu season begins", List.of(picture("A nurse")), null));

        assertThat(result).isInstanceOf(SendResult.Sent.class);
        settle();
        until(() -> channel().find(account(), key).equals(new Lookup.Present(((SendResult.Sent) result).ref())));
    }

    @Test
    protected void what_was_never_sent_is_absent() {
        assertThat(channel().find(account(), channel().mintKey(Instant.now()))).isEqualTo(new Lookup.Absent());
    }

    @Test
    protected void a_key_used_twice_stands_once() {
        var key = channel().mintKey(Instant.now());
        var first = ref(channel().send(account(), key, outgoing("Once", List.of(), null)));

        var second = channel().send(account(), key, outgoing("Twice?", List.of(), null));

        assertThat(second).isInstanceOfAny(SendResult.Unknown.class, SendResult.Sent.class);
        assertThat(channel().find(account(), key)).isEqualTo(new Lookup.Present(first));
    }

    @Test
    protected void a_lost_answer_is_settled_by_looking() {
        var key = channel().mintKey(Instant.now());
        loseTheNextAnswer();

        assertThat(channel().send(account(), key, outgoing("Did it arrive?", List.of(), null)))
                .isInstanceOf(SendResult.Unknown.class);
        assertThat(channel().find(account(), key)).isInstanceOf(Lookup.Present.class);
    }

    @Test
    protected void the_longest_text_is_taken_and_one_letter_more_is_not() {
        var most = channel().rules().maxGraphemes();
        var letters = List.of("a", "क्षि", "👩🏽‍⚕️"); // three ways to be one letter
        var longest = new StringBuilder();
        for (var at = 0; at < most; at++) longest.append(letters.get(at < most - 60 ? 0 : at % 3));
        assertThat(TextRules.graphemes(longest.toString())).isEqualTo(most);

        var taken = channel()
                .send(account(), channel().mintKey(Instant.now()), outgoing(longest.toString(), List.of(), null));
        var refused =
                channel().send(account(), channel().mintKey(Instant.now()), outgoing(longest + "a", List.of(), null));

        assertThat(taken).isInstanceOf(SendResult.Sent.class);
        assertThat(refused).isInstanceOf(SendResult.Refused.class);
        assertThat(((SendResult.Refused) refused).words()).isNotBlank();
    }

    @Test
    protected void what_was_taken_away_is_gone_and_asking_again_is_safe() {
        var key = channel().mintKey(Instant.now());
        var ref = ref(channel().send(account(), key, outgoing("Soon gone", List.of(), null)));

        assertThat(channel().remove(account(), key, ref)).isEqualTo(new Removal.Removed());
        assertThat(channel().find(account(), key)).isEqualTo(new Lookup.Absent());
        assertThat(channel().remove(account(), key, ref)).isEqualTo(new Removal.AlreadyGone());
    }

    @Test
    protected void what_never_stood_there_can_be_taken_away() {
        assertThat(channel().remove(account(), channel().mintKey(Instant.now()), null))
                .isEqualTo(new Removal.AlreadyGone());
    }

    @Test
    protected void an_answer_is_heard_and_can_be_answered() {
        var post = ref(channel()
                .send(account(), channel().mintKey(Instant.now()), outgoing("Camp on Saturday", List.of(), null)));
        var cursor = channel().hear(account(), null).nextCursor();
        settle();

        visitorAnswers(post, "क्या यह निःशुल्क है?");
        settle();
        var heard = heard(cursor, "क्या यह निःशुल्क है?");

        assertThat(heard.kind()).isIn(Heard.Kind.REPLY, Heard.Kind.COMMENT);
        assertThat(heard.rootRef()).isEqualTo(post.uri());
        assertThat(heard.authorHandle()).isNotNull();
        var answer = channel()
                .send(
                        account(),
                        channel().mintKey(Instant.now()),
                        outgoing("Yes, it is free.", List.of(), new ReplyTo(heard.ref(), post.uri())));
        assertThat(answer).isInstanceOf(SendResult.Sent.class);
    }

    @Test
    protected void likes_are_counted() {
        var post = ref(channel()
                .send(account(), channel().mintKey(Instant.now()), outgoing("Thank you, nurses", List.of(), null)));
        settle();

        visitorLikes(post);
        settle();

        until(() -> channel()
                        .counts(account(), List.of(post))
                        .getOrDefault(post.uri(), new Counts(0, 0, 0, 0))
                        .likes()
                == 1);
    }

    private Heard heard(String from, String text) {
        var heard = new ArrayList<Heard>();
        until(() -> {
            var hearing = channel().hear(account(), from);
            heard.addAll(hearing.items());
            return heard.stream().anyMatch(each -> each.text().equals(text));
        });
        return heard.stream()
                .filter(each -> each.text().equals(text))
                .findFirst()
                .orElseThrow();
    }

    protected static NetworkRef ref(SendResult result) {
        assertThat(result).isInstanceOf(SendResult.Sent.class);
        return ((SendResult.Sent) result).ref();
    }

    /** A network shows things a little later than it takes them. */
    protected static void until(BooleanSupplier seen) {
        Awaitility.await().atMost(SEEN_WITHIN).pollInterval(LOOK_EVERY).until(seen::getAsBoolean);
    }
}
