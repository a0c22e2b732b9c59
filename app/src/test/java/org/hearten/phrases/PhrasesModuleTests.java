package org.hearten.phrases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.function.Supplier;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.Visit;
import org.hearten.facilities.Facilities;
import org.hearten.people.Role;
import org.hearten.tenancy.Ids;
import org.hearten.web.Refusal;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Kabir writes once what he answers often. */
@HeartenTest
@Import(Given.class)
class PhrasesModuleTests {
    @Autowired
    Given given;

    @Autowired
    Phrases phrases;

    @Autowired
    Facilities facilities;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    private Given.Cast narmada;

    @BeforeEach
    void an_organisation() {
        narmada = given.narmadaOfItsOwn();
    }

    @Test
    void an_answer_speaks_the_language_of_the_question_and_names_the_facility() {
        var hours =
                new Phrase(Ids.next(), "Hours", "{facility} is open daily. Call {phone}.", "{facility} रोज़ खुला है।");
        kabir(() -> {
            phrases.add(hours, narmada.with(Role.COMMUNITY_MANAGER));
            return true;
        });

        var facility = kabir(() -> facilities.get(narmada.first()));
        var kept = kabir(() -> phrases.all(narmada.organisation())).getFirst();
        assertThat(kept.at(facility, "en"))
                .isEqualTo(facility.nameEnglish() + " is open daily. Call " + facility.phone() + ".");
        assertThat(kept.at(facility, "hi")).endsWith(" रोज़ खुला है।").doesNotContain("{");
        assertThat(new Phrase(Ids.next(), "Thanks", "Thank you.", "").at(facility, "hi"))
                .isEqualTo("Thank you.");
        assertThat(kabir(
                        () -> jdbc.sql("select count(*) from phrase where position('open daily'::bytea in english) > 0")
                                .query(Integer.class)
                                .single()))
                .isZero();
    }

    @Test
    void what_was_removed_comes_back_and_what_never_was_is_not_found() {
        var by = narmada.with(Role.COMMUNITY_MANAGER);
        var thanks = new Phrase(Ids.next(), "Thanks", "Thank you.", "");
        kabir(() -> {
            phrases.add(thanks, by);
            phrases.remove(thanks.id(), by);
            return true;
        });
        assertThat(kabir(() -> phrases.all(narmada.organisation()))).isEmpty();

        kabir(() -> {
            phrases.giveBack(thanks.id(), by);
            return true;
        });
        assertThat(kabir(() -> phrases.all(narmada.organisation()))).containsExactly(thanks);
        assertThatThrownBy(() -> kabir(() -> {
                    phrases.rewrite(new Phrase(Ids.next(), "No", "No.", ""), by);
                    return true;
                }))
                .isInstanceOf(Refusal.class);
    }

    @Test
    void an_answer_without_words_is_not_saved_and_what_was_typed_is_not_lost() {
        var kabir = new Visit(port).signedIn(narmada.emails().get(Role.COMMUNITY_MANAGER));

        var answer = kabir.post(
                        "/phrases",
                        "/phrases",
                        Map.of("name", "Opening hours of the lab", "english", "", "hindi", "  "))
                .body();

        assertThat(answer).contains("The answer was not saved").contains("Opening hours of the lab");
        assertThat(kabir(() -> phrases.all(narmada.organisation()))).isEmpty();
    }

    private <T> T kabir(Supplier<T> work) {
        return given.as(narmada.with(Role.COMMUNITY_MANAGER), work);
    }
}
