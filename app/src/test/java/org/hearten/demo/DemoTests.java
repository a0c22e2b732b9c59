package org.hearten.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.List;
import org.hearten.HeartenTest;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.Facility;
import org.hearten.people.People;
import org.hearten.people.Person;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Tenancy;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.TestPropertySource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Whoever starts Hearten for the first time finds a network at work, not an empty house. */
@HeartenTest
@TestPropertySource(properties = "hearten.demo=true")
class DemoTests {
    @Autowired
    Facilities facilities;

    @Autowired
    People people;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Tenancy tenancy;

    @Autowired
    PlatformTransactionManager transactions;

    @Test
    void every_desk_has_something_on_it() {
        var organisation = facilities.organisations().getFirst();
        tenancy.run(
                Caller.system(organisation, "test"),
                () -> new TransactionTemplate(transactions).executeWithoutResult(ignored -> {
                    assertThat(facilities.all())
                            .extracting(Facility::slug)
                            .contains("narmada-bhopal", "narmada-gwalior");
                    assertThat(people.all())
                            .extracting(Person::name)
                            .contains("Meera", "Dr Anand Tiwari", "Farah", "Kabir", "Nadia");
                }));
        await().atMost(Duration.ofMinutes(1))
                .untilAsserted(() -> tenancy.run(
                        Caller.system(organisation, "test"),
                        () -> new TransactionTemplate(transactions).executeWithoutResult(ignored -> {
                            assertThat(stages())
                                    .contains("PUBLISHED", "APPROVED", "IN_REVIEW", "CHANGES_ASKED", "DRAFT");
                            assertThat(jdbc.sql("select count(*) from conversation")
                                            .query(Integer.class)
                                            .single())
                                    .isEqualTo(Stories.voices().size());
                        })));
    }

    private List<String> stages() {
        return jdbc.sql("select distinct stage from post").query(String.class).list();
    }
}
