package org.hearten.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** One exchange with the database, and the walls stand in it as in any transaction. */
@HeartenTest
@Import(Given.class)
class GlanceTests {
    private static final String FACILITIES = "select id from facility where name_english <> :not order by id";

    /** Often enough that the server keeps the statement. */
    private static final int OFTEN = 12;

    @Autowired
    Given given;

    @Autowired
    Glance glance;

    @Autowired
    Tenancy tenancy;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Given.Cast narmada;
    private Given.Cast elsewhere;

    @BeforeEach
    void two_organisations() {
        narmada = given.narmadaOfItsOwn();
        elsewhere = given.narmadaOfItsOwn();
    }

    @Test
    void each_organisation_sees_its_own_in_turn_on_the_same_connections() {
        for (int time = 0; time < OFTEN; time++) {
            assertThat(seenBy(narmada)).isEqualTo(inTransaction(narmada)).isNotEmpty();
            assertThat(seenBy(elsewhere))
                    .isEqualTo(inTransaction(elsewhere))
                    .doesNotContainAnyElementsOf(seenBy(narmada));
        }
    }

    @Test
    void nothing_is_seen_outside_the_walls_and_nothing_stays_behind_on_the_connection() {
        for (int time = 0; time < OFTEN; time++) {
            assertThat(seenBy(narmada)).isNotEmpty();
            assertThat(look()).isEmpty();
            assertThat(jdbc.sql("select id from facility").query(String.class).list())
                    .isEmpty();
        }
    }

    @Test
    void inside_a_transaction_it_sees_what_that_transaction_did() {
        given.in(narmada.organisation(), () -> {
            jdbc.sql("update facility set name_english = 'Renamed' where id = :id")
                    .param("id", narmada.first().value())
                    .update();
            assertThat(look("Renamed")).doesNotContain(narmada.first().value().toString());
            return true;
        });
    }

    private List<String> seenBy(Given.Cast cast) {
        return tenancy.as(Caller.system(cast.organisation(), "test"), this::look);
    }

    private List<String> inTransaction(Given.Cast cast) {
        return tenancy.as(
                Caller.system(cast.organisation(), "test"),
                () -> new TransactionTemplate(transactions).execute(ignored -> look()));
    }

    private List<String> look() {
        return look("");
    }

    private List<String> look(String not) {
        return glance.at(FACILITIES, Map.of("not", not), (row, number) -> row.getString("id"));
    }
}
