package org.hearten.posts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.channels.Network;
import org.hearten.clearance.ClearanceRule;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.hearten.people.PersonId;
import org.hearten.people.Role;
import org.hearten.web.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@HeartenTest
@Import({Given.class, GivenPosts.class})
@RecordApplicationEvents
class PostsModuleTests {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    @Autowired
    Given given;

    @Autowired
    GivenPosts givenPosts;

    @Autowired
    Posts posts;

    @Autowired
    List<ClearanceRule> rules;

    @Autowired
    ApplicationEventPublisher events;

    @Autowired
    ApplicationEvents published;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    Given.Cast narmada;
    PersonId meera;

    @BeforeEach
    void cast() {
        narmada = given.narmada();
        meera = narmada.with(Role.AUTHOR);
    }

    @Test
    void what_was_written_is_read_again_letter_by_letter() {
        var draft = givenPosts
                .draft(narmada, "डेंगू से बचाव", "Empty the cooler every week.\n\nमच्छर रुके पानी में पलते हैं।")
                .withVersions(List.of(Version.same(Network.HUB), Version.own(Network.BLUESKY, "Empty the cooler! 🦟")));
        var id = given.as(meera, () -> posts.start(draft, meera, null));

        var post = givenPosts.read(id);

        assertThat(post.draft()).isEqualTo(draft);
        assertThat(post.version(Network.HUB).orElseThrow().text()).isEqualTo(draft.text());
        assertThat(post.stage()).isEqualTo(Stage.DRAFT);
        assertThat(post.contentHash()).isEqualTo(ContentHash.of(draft));
    }

    @Test
    void of_two_people_who_save_at_once_neither_loses_a_word() {
        var id = givenPosts.aPost(narmada, "Dengue", "Cover your water.");
        var seen = givenPosts.read(id);
        var first =
                given.as(meera, () -> posts.save(id, seen.draft().withText("Meera's words"), seen.revision(), meera));
        var priya = narmada.with(Role.PUBLISHER);

        var second =
                given.as(priya, () -> posts.save(id, seen.draft().withText("Priya's words"), seen.revision(), priya));

        assertThat(first).isInstanceOf(Saved.Kept.class);
        assertThat(second)
                .isInstanceOfSatisfying(
                        Saved.ChangedMeanwhile.class,
                        meanwhile -> assertThat(meanwhile.theirs().text()).isEqualTo("Meera's words"));
        assertThat(givenPosts.read(id).text()).isEqualTo("Meera's words");
    }

    @Test
    void a_post_is_sent_for_approval_only_when_nothing_is_missing() {
        var id = givenPosts.aPost(narmada, "", "Cover your water.");

        var answer = given.as(meera, () -> posts.submit(id, meera));

        assertThat(answer)
                .isInstanceOfSatisfying(
                        Submission.NotYet.class,
                        notYet -> assertThat(notYet.reasons())
                                .extracting(Submission.Reason::messageKey)
                                .containsExactly("posts.reason.title"));
        assertThat(givenPosts.read(id).stage()).isEqualTo(Stage.DRAFT);
    }

    @Test
    void a_text_too_long_for_bluesky_says_by_how_much() {
        var id = givenPosts.aPost(narmada, "Dengue", "न".repeat(307));

        var answer = given.as(meera, () -> posts.submit(id, meera));

        assertThat(answer)
                .isEqualTo(new Submission.NotYet(
                        List.of(Submission.Reason.of("posts.reason.long", Network.BLUESKY, 7, 300))));
    }

    @Test
    void an_approved_post_with_a_time_is_scheduled_whichever_came_first() {
        var id = submitted("Dengue", "Cover your water.");
        var due = clock.instant().plus(Duration.ofHours(9));
        given.run(meera, () -> posts.scheduleAt(id, due, meera));

        approve(id);

        eventually(() -> assertThat(published.stream(PostScheduled.class)).anySatisfy(event -> {
            assertThat(event.post()).isEqualTo(id);
            assertThat(event.dueAt()).isEqualTo(due);
        }));
        assertThat(givenPosts.read(id).stage()).isEqualTo(Stage.APPROVED);

        var later = due.plus(Duration.ofHours(1));
        given.run(meera, () -> posts.scheduleAt(id, later, meera));
        assertThat(published.stream(PostScheduled.class))
                .anyMatch(event -> event.dueAt().equals(later));
    }

    @Test
    void one_changed_letter_voids_an_approval_and_says_so() {
        var id = submitted("Dengue", "Cover your water.");
        approve(id);
        var post = givenPosts.read(id);

        var saved = given.as(
                meera, () -> posts.save(id, post.draft().withText("Cover your water!"), post.revision(), meera));

        assertThat(saved)
                .isInstanceOfSatisfying(
                        Saved.Kept.class, kept -> assertThat(kept.voided()).isTrue());
        assertThat(givenPosts.read(id).stage()).isEqualTo(Stage.DRAFT);
        assertThat(published.stream(PostEdited.class))
                .anyMatch(event -> event.post().equals(id));
    }

    @Test
    void an_approval_of_older_words_counts_for_nothing() {
        var id = submitted("Dengue", "Cover your water.");

        given.run(meera, () -> events.publishEvent(new PostApproved(id, "0".repeat(64), clock.instant())));
        given.run(meera, () -> events.publishEvent(new ChangesAsked(id, clock.instant())));

        eventually(() -> assertThat(givenPosts.read(id).stage()).isEqualTo(Stage.CHANGES_ASKED));
    }

    @Test
    void a_post_follows_what_publishing_says_in_any_order() {
        var id = submitted("Dengue", "Cover your water.");
        approve(id);

        given.run(
                meera,
                () -> events.publishEvent(new PostsPublished(id.organisation(), List.of(id.value()), clock.instant())));
        eventually(() -> assertThat(givenPosts.read(id).stage()).isEqualTo(Stage.PUBLISHED));
        given.run(meera, () -> events.publishEvent(new PostSending(id, clock.instant())));
        given.run(meera, () -> events.publishEvent(new PostTakenDown(id, clock.instant())));

        eventually(() -> assertThat(givenPosts.read(id).stage()).isEqualTo(Stage.TAKEN_DOWN));
        var post = givenPosts.read(id);
        assertThat(given.as(meera, () -> posts.save(id, post.draft().withText("x"), post.revision(), meera)))
                .isInstanceOf(Saved.Closed.class);
        assertThatThrownBy(() -> given.run(meera, () -> posts.cancel(id, meera)))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void nothing_leaves_once_a_post_is_called_off_or_changed() {
        var id = submitted("Dengue", "Cover your water.");
        given.run(meera, () -> posts.scheduleAt(id, clock.instant(), meera));
        approve(id);
        var post = givenPosts.read(id);

        assertThat(judge("post", post)).isInstanceOf(Verdict.Cleared.class);
        assertThat(judge("findings", post)).isInstanceOf(Verdict.Cleared.class);
        given.run(meera, () -> posts.cancel(id, meera));

        assertThat(judge("post", post)).isEqualTo(new Verdict.Held("posts.clearance.cancelled"));
    }

    @Test
    void a_month_is_counted_where_the_facility_stands() {
        var kolkata = ZoneId.of("Asia/Kolkata");
        var id = givenPosts.aPost(narmada, "First of March", "Good morning.");
        given.run(
                meera,
                () -> posts.scheduleAt(id, Instant.parse("2031-02-28T19:00:00Z"), meera)); // 00:30 on 1 March there

        var march = given.in(
                narmada.organisation(), () -> posts.month(List.of(narmada.first()), YearMonth.of(2031, 3), kolkata));
        var february = given.in(
                narmada.organisation(), () -> posts.month(List.of(narmada.first()), YearMonth.of(2031, 2), kolkata));

        assertThat(march).extracting(Listed::id).containsExactly(id);
        assertThat(february).isEmpty();
    }

    @Test
    void a_list_is_turned_page_by_page_without_gap_or_double() {
        var lakeside = given.lakeside();
        for (int number = 0; number < 7; number++) {
            givenPosts.aPost(lakeside, "Post " + number, "Text");
        }

        var first = page(lakeside, null);
        var second = page(lakeside, first.next());
        var third = page(lakeside, second.next());

        assertThat(List.of(first, second, third))
                .flatExtracting(PostPage::posts)
                .extracting(Listed::title)
                .containsExactlyInAnyOrder("Post 0", "Post 1", "Post 2", "Post 3", "Post 4", "Post 5", "Post 6");
        assertThat(third.next()).isNull();
    }

    @Test
    void another_organisation_sees_nothing_even_by_id() {
        var id = givenPosts.aPost(narmada, "Dengue", "Cover your water.");
        var tomas = given.lakeside().with(Role.AUTHOR);

        assertThat(given.as(tomas, () -> posts.find(id))).isEmpty();
        assertThat(given.as(
                        tomas,
                        () -> jdbc.sql("select count(*) from post_version where post_id = :id")
                                .param("id", id.value())
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void a_stolen_database_reads_no_word_of_a_post() {
        givenPosts.aPost(narmada, "canary-title", "canary-text");

        var stored = given.in(
                narmada.organisation(),
                () -> jdbc.sql("select encode(title || body, 'hex') from post")
                        .query(String.class)
                        .list());

        assertThat(stored)
                .isNotEmpty()
                .noneMatch(hex -> hex.contains(HexFormat.of().formatHex("canary".getBytes(StandardCharsets.UTF_8))));
    }

    private PostPage page(Given.Cast cast, String after) {
        return given.in(cast.organisation(), () -> posts.page(List.of(cast.first()), null, null, after, 3));
    }

    private PostId submitted(String title, String text) {
        var id = givenPosts.aPost(narmada, title, text);
        assertThat(given.as(meera, () -> posts.submit(id, meera))).isInstanceOf(Submission.Submitted.class);
        return id;
    }

    /** As approvals does once everybody agreed. */
    private void approve(PostId id) {
        var hash = givenPosts.read(id).contentHash();
        given.run(meera, () -> events.publishEvent(new PostApproved(id, hash, clock.instant())));
        eventually(() -> assertThat(givenPosts.read(id).stage()).isEqualTo(Stage.APPROVED));
    }

    private Verdict judge(String rule, Post post) {
        var departure = new Departure(
                post.facility(), Departure.Kind.POST, post.id().value(), post.contentHash(), meera, clock.instant());
        return given.in(
                narmada.organisation(),
                () -> rules.stream()
                        .filter(each -> each.name().equals(rule))
                        .findFirst()
                        .orElseThrow()
                        .judge(departure));
    }

    private static void eventually(Runnable promise) {
        var patience = Instant.now().plus(PATIENCE);
        while (true) {
            try {
                promise.run();
                return;
            } catch (AssertionError notYet) {
                if (Instant.now().isAfter(patience)) {
                    throw notYet;
                }
                Thread.onSpinWait();
                java.util.concurrent.locks.LockSupport.parkNanos(20_000_000);
            }
        }
    }
}
