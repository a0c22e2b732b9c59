package org.hearten.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.awaitility.Awaitility;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.SettableClock;
import org.hearten.channels.Network;
import org.hearten.clearance.ClearanceRule;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.hearten.people.People;
import org.hearten.people.PersonId;
import org.hearten.people.Role;
import org.hearten.policies.Pauses;
import org.hearten.posts.Draft;
import org.hearten.posts.Pillar;
import org.hearten.posts.PostId;
import org.hearten.posts.Posts;
import org.hearten.posts.Stage;
import org.hearten.posts.Version;
import org.hearten.web.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HeartenTest
@Import(Given.class)
class ApprovalsModuleTests {
    @Autowired
    Given given;

    @Autowired
    Approvals approvals;

    @Autowired
    Posts posts;

    @Autowired
    People people;

    @Autowired
    Pauses pauses;

    @Autowired
    List<ClearanceRule> rules;

    @Autowired
    SettableClock clock;

    Given.Cast narmada;
    PersonId meera;
    PersonId drTiwari;
    PersonId farah;

    @BeforeEach
    void cast() {
        narmada = given.narmada();
        meera = narmada.with(Role.AUTHOR);
        drTiwari = narmada.with(Role.CLINICAL_REVIEWER);
        farah = narmada.with(Role.COMPLIANCE_OFFICER);
        clock.advance(Duration.ofSeconds(1));
    }

    @Test
    void health_advice_is_approved_when_both_said_yes() {
        var post = submitted(Pillar.EDUCATION, "Cover water tanks every week.");
        var hash = hash(post);

        assertThat(approve(post, hash, drTiwari).isOpen()).isTrue();
        assertThat(verdict(post, hash)).isInstanceOf(Verdict.Held.class);
        assertThat(approve(post, hash, farah).state()).isEqualTo(Round.State.APPROVED);

        eventually(() -> stage(post) == Stage.APPROVED);
        assertThat(verdict(post, hash)).isInstanceOf(Verdict.Cleared.class);
    }

    @Test
    void nobody_approves_what_they_wrote() {
        given.run(narmada.with(Role.ADMINISTRATOR), () -> people.grant(meera, Role.PUBLISHER, narmada.first(), null));
        var post = submitted(Pillar.COMMUNITY, "Walk with us on Sunday.");

        assertThatThrownBy(() -> approve(post, hash(post), meera))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("approvals.refused.own"));
    }

    @Test
    void a_yes_to_other_words_is_no_yes() {
        var post = submitted(Pillar.COMMUNITY, "Walk with us on Sunday at six.");
        var seen = hash(post);
        edit(post, "Walk with us on Sunday at seven.");

        assertThatThrownBy(() -> approve(post, seen, drTiwari)).isInstanceOf(ChangedSinceSeen.class);
    }

    @Test
    void one_changed_character_voids_every_yes() {
        var post = submitted(Pillar.COMMUNITY, "The camp is open until four.");
        var approved = hash(post);
        approve(post, approved, drTiwari);
        eventually(() -> stage(post) == Stage.APPROVED);
        clock.advance(Duration.ofSeconds(1));

        edit(post, "The camp is open until five.");

        eventually(() -> latest(post).state() == Round.State.EDITED);
        assertThat(verdict(post, approved)).isInstanceOf(Verdict.Held.class);
        assertThat(verdict(post, hash(post))).isInstanceOf(Verdict.Held.class);
    }

    @Test
    void changes_asked_go_to_the_author_and_a_new_round_shows_them() {
        var post = submitted(Pillar.COMMUNITY, "Our camp opens.");
        given.as(drTiwari, () -> approvals.askForChanges(post, hash(post), drTiwari, "Say where."));
        eventually(() -> stage(post) == Stage.CHANGES_ASKED);
        clock.advance(Duration.ofSeconds(1));

        edit(post, "Our camp opens in Bhopal.");
        submit(post);

        assertThat(given.as(drTiwari, () -> approvals.of(post))).hasSize(2);
        assertThat(approve(post, hash(post), drTiwari).state()).isEqualTo(Round.State.APPROVED);
    }

    @Test
    void a_patients_story_waits_until_the_authorization_was_seen() {
        var post = submitted(Pillar.PATIENT_STORY, "She walks again and thanks the team.");

        assertThatThrownBy(() -> given.as(farah, () -> approvals.approve(post, hash(post), farah, "", false, false)))
                .isInstanceOfSatisfying(
                        Refusal.class,
                        refusal -> assertThat(refusal.messageKey()).isEqualTo("approvals.refused.consent"));
        var round = given.as(farah, () -> approvals.approve(post, hash(post), farah, "", false, true));

        assertThat(round.state()).isEqualTo(Round.State.APPROVED);
        assertThat(round.decisions())
                .singleElement()
                .satisfies(decision -> assertThat(decision.consentSeen()).isTrue());
    }

    @Test
    void a_yes_ends_with_the_role_of_whoever_gave_it() {
        var post = submitted(Pillar.COMMUNITY, "Blood donors are welcome.");
        var priya = narmada.with(Role.PUBLISHER);
        approve(post, hash(post), priya);
        assertThat(verdict(post, hash(post))).isInstanceOf(Verdict.Cleared.class);

        given.run(narmada.with(Role.ADMINISTRATOR), () -> people.revoke(priya, Role.PUBLISHER, narmada.first()));

        assertThat(verdict(post, hash(post)))
                .isInstanceOfSatisfying(
                        Verdict.Held.class,
                        held -> assertThat(held.messageKey()).isEqualTo("approvals.clearance.role-ended"));
        given.run(narmada.with(Role.ADMINISTRATOR), () -> people.grant(priya, Role.PUBLISHER, narmada.first(), null));
    }

    @Test
    void after_a_pause_an_old_yes_is_asked_again() {
        var post = submitted(Pillar.COMMUNITY, "The eye camp takes place.");
        approve(post, hash(post), drTiwari);
        eventually(() -> stage(post) == Stage.APPROVED);
        var pause = given.as(farah, () -> pauses.begin(null, "A mistake went out", farah));
        clock.advance(Duration.ofHours(73));

        given.run(farah, () -> pauses.release(pause, farah));

        eventually(() -> latest(post).isOpen());
        assertThat(verdict(post, hash(post))).isInstanceOf(Verdict.Held.class);
        assertThat(approve(post, hash(post), drTiwari).state()).isEqualTo(Round.State.APPROVED);
        assertThat(verdict(post, hash(post))).isInstanceOf(Verdict.Cleared.class);
    }

    @Test
    void whoever_sent_it_must_still_be_allowed_to() {
        var grants = rule("grants");
        var departure = new Departure(
                narmada.first(),
                Departure.Kind.POST,
                java.util.UUID.randomUUID(),
                "0",
                narmada.with(Role.ANALYST),
                now());

        assertThat(given.<Verdict>in(narmada.organisation(), () -> grants.judge(departure)))
                .isInstanceOf(Verdict.Held.class);
    }

    private PostId submitted(Pillar pillar, String text) {
        var draft = new Draft(
                narmada.first(),
                "A title",
                text,
                pillar,
                "en",
                List.of(Version.same(Network.BLUESKY)),
                List.of(),
                List.of());
        var post = given.as(meera, () -> posts.start(draft, meera, null));
        submit(post);
        return post;
    }

    private void submit(PostId post) {
        var submission = given.as(meera, () -> posts.submit(post, meera));
        assertThat(submission.getClass().getSimpleName())
                .as(submission.toString())
                .isEqualTo("Submitted");
        eventually(() -> given.as(meera, () -> approvals.of(post)).stream()
                .anyMatch(round -> round.isOpen() && round.contentHash().equals(hash(post))));
    }

    private void edit(PostId id, String text) {
        given.run(meera, () -> {
            var post = posts.get(id);
            posts.save(
                    id,
                    new Draft(
                            post.facility(),
                            post.title(),
                            text,
                            post.pillar(),
                            "en",
                            post.versions(),
                            List.of(),
                            List.of()),
                    post.revision(),
                    meera);
        });
    }

    private Round approve(PostId post, String hash, PersonId by) {
        return given.as(by, () -> approvals.approve(post, hash, by, "", false, false));
    }

    private Round latest(PostId post) {
        return given.as(meera, () -> approvals.of(post)).getFirst();
    }

    private String hash(PostId post) {
        return given.as(meera, () -> posts.get(post)).contentHash();
    }

    private Stage stage(PostId post) {
        return given.as(meera, () -> posts.get(post)).stage();
    }

    private Verdict verdict(PostId post, String hash) {
        var departure = new Departure(narmada.first(), Departure.Kind.POST, post.value(), hash, meera, now());
        return given.in(narmada.organisation(), () -> rule("approval").judge(departure));
    }

    private ClearanceRule rule(String name) {
        return rules.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private Instant now() {
        return clock.instant();
    }

    private static void eventually(BooleanSupplier stands) {
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(stands::getAsBoolean);
    }
}
