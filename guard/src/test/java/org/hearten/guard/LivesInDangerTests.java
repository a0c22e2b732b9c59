package org.hearten.guard;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LivesInDangerTests {
    private static final Guard GUARD = Guard.withPacks();

    private record Message(String category, int urgency, String text) {
        boolean isAboutALife() {
            return urgency == 1;
        }

        boolean isCalm() {
            return !isAboutALife() && !category.equals("ADVERSE_EVENT") && !category.equals("ABUSE");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "He can't lift his right hand and words come out all mixed up",
                "he has been unconcious for five minutes",
                "Saaans nahi aa rahi papa ko",
                "दादी अचानक गिर गईं और बोल नहीं पा रहीं",
                "no one will miss me",
                "main kal nahi rahunga",
                "यह मेरा आखिरी संदेश है",
                "my roommate is on the ledge, hurry",
                "What are the signs of stroke? My dad's face is drooping and he can't speak",
            })
    void a_life_in_danger_is_read_now_however_it_is_told(String text) {
        var triage = GUARD.triage(text);

        assertThat(triage.readFirst()).isTrue();
        assertThat(triage.urgency()).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "I'm dying of laughter at that reel you posted",
                "This queue is killing me",
                "Almost had a heart attack when I saw the parking fee",
                "Your app crashes and won't wake up from sleep mode",
                "What are the warning signs of a stroke?",
                "haste haste mar gaya ye reel dekh ke",
                "डॉक्टर साहब को मरने की भी फुरसत नहीं",
                "Where do I get a death certificate?",
            })
    void figures_of_speech_and_general_questions_wait_their_turn(String text) {
        assertThat(GUARD.triage(text).readFirst()).isFalse();
    }

    @Test
    void a_beaten_wife_is_read_first_too() {
        assertThat(GUARD.triage("My husband hits me every night").readFirst()).isTrue();
    }

    @Test
    void what_was_found_is_quoted_and_what_only_reads_alike_is_said_to() {
        assertThat(GUARD.triage("Papa ke seene mein bahut dard hai").why().en()).contains("seene mein bahut dard");
        assertThat(GUARD.triage("beti ki aankh me pencil ghus gayi").readFirst())
                .isTrue();
    }

    @Test
    void of_the_messages_it_was_made_from_none_is_lost_and_few_push_forward() throws IOException {
        var messages = messages("triage/messages.txt");
        var lives = messages.stream().filter(Message::isAboutALife).toList();
        var calm = messages.stream().filter(Message::isCalm).toList();

        assertThat(lives).hasSizeGreaterThan(550);
        assertThat(share(lives)).isGreaterThanOrEqualTo(0.98);
        assertThat(share(calm)).isLessThanOrEqualTo(0.02);
    }

    @Test
    void of_the_messages_held_out_hardly_one_is_lost() throws IOException {
        var lives = messages("evaluation/lives.txt").stream()
                .filter(Message::isAboutALife)
                .toList();

        assertThat(share(lives)).isGreaterThanOrEqualTo(0.96);
    }

    private static double share(List<Message> messages) {
        return (double) messages.stream()
                        .filter(message -> GUARD.triage(message.text).readFirst())
                        .count()
                / messages.size();
    }

    private static List<Message> messages(String file) throws IOException {
        try (var in = Objects.requireNonNull(Guard.class.getResourceAsStream(file))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .map(line -> line.split(" \\| ", 4))
                    .map(parts -> new Message(parts[1], Integer.parseInt(parts[2]), parts[3]))
                    .toList();
        }
    }
}
