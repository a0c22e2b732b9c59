package org.hearten.guard.identifiers;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Set;
import org.hearten.guard.Context;
import org.hearten.guard.Jurisdiction;
import org.junit.jupiter.api.Test;

class FacilityFactsTests {
    private static final Context EMPTY = Context.of(Jurisdiction.IN, "post", LocalDate.of(2026, 11, 24));
    private static final FacilityFacts NARMADA = FacilityFacts.of(EMPTY.withFacilityFacts(Set.of(
                    "Help desk 0755-2551234",
                    "12 MG Road, Indore",
                    "desk@narmada.example.org",
                    "Ext 123456",
                    "+91 98260 12345"))
            .withStaff(Set.of("Mrs Farah Ali", "Dr Bo Ek"))
            .withNames(Set.of("Kavita Rao")));

    @Test
    void the_desks_number_is_public_however_it_is_written() {
        assertThat(NARMADA.isPublic("0755 2551234")).isTrue();
        assertThat(NARMADA.isPublic("2551234")).isTrue();
        assertThat(NARMADA.isPublic("+91 755 2551234")).isFalse();
        assertThat(NARMADA.isPublic("0091 98260 12345")).isTrue();
        assertThat(NARMADA.isPublic("0 0755 2551234")).isTrue();
        assertThat(NARMADA.isPublic("98260 12345")).isTrue();
        assertThat(NARMADA.isPublic("0755 2551235")).isFalse();
    }

    @Test
    void a_few_last_digits_are_not_the_desks_number_but_six_are() {
        assertThat(NARMADA.isPublic("51234 ")).isFalse();
        assertThat(NARMADA.isPublic("551234 ")).isTrue();
        assertThat(NARMADA.isPublic("12345 6")).isTrue();
    }

    @Test
    void a_word_of_the_address_is_public_when_it_stands_there_whole() {
        assertThat(NARMADA.isPublic("indore")).isTrue();
        assertThat(NARMADA.isPublic("12 mg road")).isTrue();
        assertThat(NARMADA.isPublic("12 mg road, indore")).isTrue();
        assertThat(NARMADA.isPublic("indo")).isFalse();
        assertThat(NARMADA.isPublic("dore")).isFalse();
        assertThat(NARMADA.isPublic("mg")).isFalse();
        assertThat(NARMADA.isPublic("road")).isTrue();
        assertThat(NARMADA.isPublic("bhopal")).isFalse();
    }

    @Test
    void a_word_may_stand_whole_behind_a_place_where_it_is_part_of_another() {
        var facts = FacilityFacts.of(EMPTY.withFacilityFacts(Set.of("indoreans of indore")));

        assertThat(facts.isPublic("indore")).isTrue();
        assertThat(facts.isPublic("indoreans")).isTrue();
        assertThat(facts.isPublic("ndoreans")).isFalse();
    }

    @Test
    void a_stretch_that_holds_the_desks_number_or_address_is_covered() {
        assertThat(NARMADA.coversNumberIn("call 0755-2551234 or come")).isTrue();
        assertThat(NARMADA.coversNumberIn("write to desk@narmada.example.org")).isTrue();
        assertThat(NARMADA.coversNumberIn("write to asha@example.org")).isFalse();
        assertThat(NARMADA.coversNumberIn("12 mg road, indore")).isFalse();
        assertThat(NARMADA.coversNumberIn("123456")).isTrue();
        assertThat(NARMADA.coversNumberIn("12345")).isFalse();
    }

    @Test
    void a_name_is_staff_when_all_of_it_is() {
        assertThat(NARMADA.isStaff("farah")).isTrue();
        assertThat(NARMADA.isStaff("mrs. farah ali")).isFalse();
        assertThat(NARMADA.isStaff("dr farah ali")).isTrue();
        assertThat(NARMADA.isStaff("farah khan")).isFalse();
        assertThat(NARMADA.isStaff("bo ek")).isFalse();
        assertThat(NARMADA.isStaff("")).isFalse();
        assertThat(FacilityFacts.of(EMPTY).isStaff("farah")).isFalse();
    }

    @Test
    void the_names_of_a_thread_are_watched() {
        assertThat(NARMADA.isWatched("kavita")).isTrue();
        assertThat(NARMADA.isWatched("farah")).isFalse();
    }

    @Test
    void without_facts_nothing_is_public() {
        assertThat(FacilityFacts.of(EMPTY).isPublic("0755 2551234")).isFalse();
        assertThat(FacilityFacts.of(EMPTY).isPublic("")).isFalse();
        assertThat(NARMADA.isPublic("")).isFalse();
    }

    @Test
    void the_same_context_is_read_once() {
        var context = EMPTY.withStaff(Set.of("Grace"));

        assertThat(FacilityFacts.of(context)).isSameAs(FacilityFacts.of(context));
    }
}
