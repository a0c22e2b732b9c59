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
import org.hearten.facilities.Facilities;
import org.hearten.people.PersonId;
import org.hearten.people.Role;
import org.hearten.tenancy.Ids;
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
    Blocks blocks;

    @Autowired
    Presence presence;

    @Autowired
    Facilities facilities;

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
    void words_put_away_for_one_channel_wait_there_and_change_nothing_that_is_seen() {
        var draft = givenPosts.draft(narmada, "Dengue", "Cover your water.");
        var id = given.as(meera, () -> posts.start(draft, meera, null));
        var seen = givenPosts.read(id);
        var aside = List.of(Version.same(Network.HUB), new Version(Network.BLUESKY, null, "", false, "Cover it! 🦟"));

        given.run(meera, () -> posts.save(id, draft.withVersions(aside), seen.revision(), meera));

        var post = givenPosts.read(id);
        assertThat(post.contentHash()).isEqualTo(seen.contentHash());
        assertThat(post.version(Network.BLUESKY).orElseThrow().text()).isEqualTo("Cover your water.");
        assertThat(post.version(Network.BLUESKY).orElseThrow().setAside()).isEqualTo("Cover it! 🦟");
    }

    @Test
    void one_sitting_is_one_edition_and_another_person_begins_another() {
        var id = givenPosts.aPost(narmada, "Dengue", "Cover");
        write(id, "Cover your", meera);
        write(id, "Cover your water.", meera);
        var priya = narmada.with(Role.PUBLISHER);
        write(id, "Cover your water tank.", priya);

        assertThat(editions(id))
                .extracting(edition -> edition.draft().text())
                .containsExactly("Cover your water tank.", "Cover your water.");
        assertThat(editions(id)).extracting(Edition::keptBy).containsExactly(priya, meera);
    }

    @Test
    void what_was_sent_for_approval_is_kept_and_can_be_taken_up_again() {
        var id = submitted("Dengue", "Cover your water.");
        var asked = givenPosts.read(id);
        write(id, "Cover your tank.", meera);

        given.run(meera, () -> posts.restore(id, asked.revision(), meera));

        var post = givenPosts.read(id);
        assertThat(post.contentHash()).isEqualTo(asked.contentHash());
        assertThat(post.revision()).isEqualTo(asked.revision() + 2);
        assertThat(editions(id))
                .extracting(Edition::why)
                .containsExactly(Edition.Why.RESTORED, Edition.Why.WRITTEN, Edition.Why.SUBMITTED);
    }

    @Test
    void a_post_from_before_editions_were_kept_loses_nothing_when_it_is_changed() {
        var id = givenPosts.aPost(narmada, "Dengue", "Yesterday's words.");
        given.run(
                meera,
                () -> jdbc.sql("delete from post_edition where post_id = :post")
                        .param("post", id.value())
                        .update());

        write(id, "Today's words.", narmada.with(Role.PUBLISHER));

        assertThat(editions(id))
                .extracting(edition -> edition.draft().text())
                .containsExactly("Today's words.", "Yesterday's words.");
    }

    @Test
    void a_time_taken_away_leaves_words_and_approval_and_tells_publishing() {
        var id = submitted("Dengue", "Cover your water.");
        given.run(meera, () -> posts.scheduleAt(id, clock.instant().plus(Duration.ofHours(1)), meera));
        approve(id);

        given.run(meera, () -> posts.unschedule(id, meera));

        var post = givenPosts.read(id);
        assertThat(post.dueAt()).isNull();
        assertThat(post.stage()).isEqualTo(Stage.APPROVED);
        assertThat(published.stream(PostUnscheduled.class))
                .anyMatch(event -> event.post().equals(id));
        assertThat(judge("post", post)).isEqualTo(new Verdict.Held("posts.clearance.not-due"));
    }

    @Test
    void publishing_an_approved_post_now_leaves_a_moment_to_hold_it_back() {
        var id = submitted("Dengue", "Cover your water.");
        approve(id);

        var dueAt = given.as(meera, () -> posts.publishNow(id, meera));

        assertThat(dueAt).isEqualTo(clock.instant().plus(Posts.MOMENT_TO_HOLD_BACK));
    }

    @Test
    void a_twin_begins_in_step_and_any_change_on_either_side_asks_to_check_again() {
        var id = givenPosts.aPost(narmada, "Dengue", "Cover your water.");
        var twin = given.as(meera, () -> posts.startTwin(id, meera));

        assertThat(givenPosts.read(twin).language()).isEqualTo("hi");
        assertThat(given.as(meera, () -> posts.startTwin(id, meera))).isEqualTo(twin);
        assertThat(twin(id).checkAgain()).isFalse();

        write(twin, "पानी ढक कर रखें।", meera);
        assertThat(twin(id).checkAgain()).isTrue();
        assertThat(twin(twin).checkAgain()).isTrue();

        given.run(meera, () -> posts.inStep(twin, meera));
        assertThat(twin(id).checkAgain()).isFalse();
        assertThat(twin(twin).checkAgain()).isFalse();
    }

    @Test
    void words_that_are_too_old_do_not_leave_until_a_reviewer_has_looked() {
        var id = submitted("Dengue", "Cover your water.");
        given.run(meera, () -> posts.scheduleAt(id, clock.instant(), meera));
        approve(id);
        given.run(
                meera,
                () -> jdbc.sql("update post set review_by = current_date - 4000 where id = :id")
                        .param("id", id.value())
                        .update());

        assertThat(judge("post", givenPosts.read(id))).isEqualTo(new Verdict.Held("posts.clearance.review"));

        var drTiwari = narmada.with(Role.CLINICAL_REVIEWER);
        given.run(drTiwari, () -> posts.reviewed(id, drTiwari));
        assertThat(judge("post", givenPosts.read(id))).isInstanceOf(Verdict.Cleared.class);
    }

    @Test
    void a_live_post_past_its_day_is_flagged() {
        var id = submitted("Dengue", "Cover your water.");
        approve(id);
        given.run(
                meera,
                () -> events.publishEvent(new PostsPublished(id.organisation(), List.of(id.value()), clock.instant())));
        eventually(() -> assertThat(givenPosts.read(id).stage()).isEqualTo(Stage.PUBLISHED));
        assertThat(toReview()).extracting(Listed::id).doesNotContain(id);

        given.run(
                meera,
                () -> jdbc.sql("update post set review_by = current_date - 4000 where id = :id")
                        .param("id", id.value())
                        .update());

        assertThat(toReview()).extracting(Listed::id).contains(id);
    }

    @Test
    void a_block_says_what_the_facility_says_of_itself_and_can_be_taken_back() {
        var block = new Block(Ids.next(), Block.Kind.BLOCK, "en", "Help", "Call {facility} on {phone}. {hours}");
        given.run(meera, () -> blocks.add(block, meera));
        given.run(meera, () -> blocks.remove(block.id(), meera));
        assertThat(given.as(meera, () -> blocks.find(meera.organisation(), block.id())))
                .isEmpty();

        given.run(meera, () -> blocks.giveBack(block.id(), meera));

        var facility = given.as(meera, () -> facilities.get(narmada.first()));
        assertThat(given.as(meera, () -> blocks.find(meera.organisation(), block.id()))
                        .orElseThrow()
                        .at(facility)
                        .text())
                .isEqualTo("Call " + facility.nameEnglish() + " on " + facility.phone() + ". {hours}");
    }

    @Test
    void two_people_at_one_post_know_of_each_other_and_lose_nothing() {
        var id = givenPosts.aPost(narmada, "Dengue", "Cover your water. Call us.");
        var priya = narmada.with(Role.PUBLISHER);
        given.run(priya, () -> presence.seen(id, priya, true));

        assertThat(given.as(meera, () -> presence.seen(id, meera, false)))
                .containsExactly(new Presence.Here(priya.value(), true));

        var seen = givenPosts.read(id);
        write(id, "Cover your water. Call 104.", priya);
        var mine = seen.draft().withText("Cover your water tank. Call us.");
        var both = given.as(meera, () -> posts.together(mine, posts.get(id), seen.revision()))
                .orElseThrow();

        assertThat(both.clashes()).isFalse();
        assertThat(both.draft().text()).isEqualTo("Cover your water tank. Call 104.");
    }

    private Twin twin(PostId id) {
        return given.as(meera, () -> posts.twin(id)).orElseThrow();
    }

    private List<Listed> toReview() {
        return given.as(meera, () -> posts.toReview(List.of(narmada.first())));
    }

    private void write(PostId id, String text, PersonId by) {
        var post = givenPosts.read(id);
        var saved = given.as(by, () -> posts.save(id, post.draft().withText(text), post.revision(), by));
        assertThat(saved).isInstanceOf(Saved.Kept.class);
    }

    private List<Edition> editions(PostId id) {
        return given.as(meera, () -> posts.editions(id));
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
