package org.hearten.checks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.clearance.Departure;
import org.hearten.clearance.Verdict;
import org.hearten.people.Role;
import org.hearten.tenancy.Ids;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@HeartenTest
@Import(Given.class)
class ChecksModuleTests {
    private static final String AADHAAR = "Registered under Aadhaar 2341 2341 2346 yesterday.";
    private static final String KIND_WORDS = "Cover your water tanks every week.";

    @Autowired
    Given given;

    @Autowired
    Checks checks;

    @Autowired
    Findings findings;

    @Test
    void a_number_of_a_person_blocks_and_the_block_is_remembered_for_those_words() {
        var narmada = given.narmada();
        var subject = Ids.next();
        var hash = "a".repeat(64);

        var checkup = given.in(
                narmada.organisation(),
                () -> checks.keep(narmada.first(), subject, hash, List.of(new Part("text", AADHAAR))));

        assertThat(checkup.blocks()).isPositive();
        assertThat(judge(narmada, subject, hash)).isInstanceOf(Verdict.Held.class);
    }

    @Test
    void a_leaf_that_cures_dengue_is_held_back() {
        var narmada = given.narmada();

        var checkup = given.in(
                narmada.organisation(),
                () -> checks.check(
                        narmada.first(), Ids.next(), List.of(new Part("text", "Papaya leaf juice cures dengue"))));

        assertThat(checkup.found())
                .filteredOn(Found::blocks)
                .extracting(found -> found.finding().rule())
                .contains("IN-REMEDY-001");
    }

    @Test
    @Timeout(20)
    void a_long_paste_full_of_names_is_answered_while_somebody_waits() {
        var narmada = given.narmada();
        var paste = "Rahul has dengue. ".repeat(6_000);

        var checkup = given.in(
                narmada.organisation(),
                () -> checks.check(narmada.first(), Ids.next(), List.of(new Part("text", paste))));

        assertThat(checkup.found())
                .anySatisfy(found -> assertThat(found.places()).hasSize(6_000));
    }

    @Test
    void kind_words_are_cleared() {
        var narmada = given.narmada();
        var subject = Ids.next();
        var hash = "b".repeat(64);

        given.in(
                narmada.organisation(),
                () -> checks.keep(narmada.first(), subject, hash, List.of(new Part("text", KIND_WORDS))));

        assertThat(judge(narmada, subject, hash)).isEqualTo(new Verdict.Cleared("checks.clearance.clear"));
    }

    @Test
    void words_that_nobody_can_look_at_stay_here() {
        assertThat(judge(given.narmada(), Ids.next(), "c".repeat(64)))
                .isEqualTo(new Verdict.Held("checks.clearance.unseen"));
    }

    @Test
    void the_same_words_in_two_places_are_one_finding() {
        var narmada = given.narmada();

        var checkup = given.in(
                narmada.organisation(),
                () -> checks.check(
                        narmada.first(), Ids.next(), List.of(new Part("title", AADHAAR), new Part("text", AADHAAR))));

        assertThat(checkup.found())
                .filteredOn(Found::blocks)
                .first()
                .satisfies(found ->
                        assertThat(found.places()).extracting(Found.Place::part).contains("title", "text"));
    }

    @Test
    void a_block_cannot_be_argued_away() {
        var narmada = given.narmada();
        var meera = narmada.with(Role.AUTHOR);
        var subject = Ids.next();
        var found = given.as(meera, () -> checks.check(narmada.first(), subject, List.of(new Part("text", AADHAAR))))
                .found()
                .getFirst();

        assertThatThrownBy(() ->
                        given.run(meera, () -> checks.answer(narmada.first(), subject, found, "It is mine", meera)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void staff_and_the_facilitys_own_number_may_be_named() {
        var narmada = given.narmada();

        var report = given.in(
                narmada.organisation(), () -> checks.check(narmada.first(), "Ask Dr Anand Tiwari, or call 555 0100."));

        assertThat(report.blocks()).isFalse();
    }

    private Verdict judge(Given.Cast cast, UUID subject, String hash) {
        var departure = new Departure(cast.first(), Departure.Kind.POST, subject, hash, null, Instant.now());
        return given.in(cast.organisation(), () -> findings.judge(departure));
    }
}
