package org.hearten.channels;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.UUID;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.people.PersonId;
import org.hearten.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.event.ApplicationEvents;
import org.springframework.test.context.event.RecordApplicationEvents;

@HeartenTest
@Import(Given.class)
@RecordApplicationEvents
class AccountsModuleTests {
    @Autowired
    Given given;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    ApplicationEvents events;

    private final String did = "did:plc:" + UUID.randomUUID();
    private Given.Cast narmada;
    private PersonId nadia;

    @BeforeEach
    void meetNarmada() {
        narmada = given.narmada();
        nadia = narmada.with(Role.ADMINISTRATOR);
    }

    @Test
    void a_connected_account_works_and_is_recorded() {
        var id = connect("bhopal.example.org");

        var account = given.as(nadia, () -> accounts.get(id));

        assertThat(account.health()).isInstanceOf(Health.Working.class);
        assertThat(given.as(nadia, () -> accounts.of(narmada.first()))).contains(account);
        assertThat(given.as(nadia, () -> accounts.of(narmada.second()))).doesNotContain(account);
        assertThat(entries(id, "account.connected")).isOne();
    }

    @Test
    void trouble_never_disconnects_and_passes() {
        var id = connect("bhopal.example.org");

        given.run(nadia, () -> accounts.markTroubled(id, Trouble.TOO_SLOW));
        given.run(nadia, () -> accounts.markTroubled(id, Trouble.SERVER_ERROR));
        assertThat(health(id))
                .isInstanceOfSatisfying(
                        Health.Troubled.class,
                        troubled -> assertThat(troubled.trouble()).isEqualTo(Trouble.SERVER_ERROR));

        given.run(nadia, () -> accounts.markWorking(id));
        assertThat(health(id)).isInstanceOf(Health.Working.class);
    }

    @Test
    void refused_credentials_disconnect_once_and_only_a_person_connects_again() {
        var id = connect("bhopal.example.org");

        given.run(nadia, () -> accounts.markDisconnected(id, "Invalid identifier or password"));
        given.run(nadia, () -> accounts.markDisconnected(id, "Invalid identifier or password"));
        given.run(nadia, () -> accounts.markTroubled(id, Trouble.TOO_SLOW));
        given.run(nadia, () -> accounts.markWorking(id));

        assertThat(health(id))
                .isInstanceOfSatisfying(
                        Health.Disconnected.class,
                        lost -> assertThat(lost.words()).isEqualTo("Invalid identifier or password"));
        assertThat(events.stream(AccountDisconnected.class)
                        .filter(event -> event.account().equals(id)))
                .hasSize(1);
        assertThat(entries(id, "account.disconnected")).isOne();

        assertThat(connect("bhopal-hospital.example.org"))
                .as("the same account, under a new handle")
                .isEqualTo(id);
        assertThat(health(id)).isInstanceOf(Health.Working.class);
    }

    @Test
    void one_account_speaks_for_one_facility() {
        connect("bhopal.example.org");

        assertThatThrownBy(() -> given.as(
                        nadia,
                        () -> accounts.connect(narmada.second(), Network.BLUESKY, did, "bhopal.example.org", "Bhopal")))
                .isInstanceOf(AccountTaken.class);
    }

    @Test
    void lakeside_sees_nothing_of_it() {
        var id = connect("bhopal.example.org");
        var ruth = given.lakeside().with(Role.ADMINISTRATOR);

        assertThat(given.as(ruth, () -> accounts.find(id))).isEmpty();
        assertThat(given.as(ruth, () -> accounts.of(narmada.organisation()))).isEmpty();
        given.run(ruth, () -> accounts.markDisconnected(id, "No"));
        assertThat(health(id)).isInstanceOf(Health.Working.class);
    }

    private AccountId connect(String handle) {
        return given.as(
                nadia, () -> accounts.connect(narmada.first(), Network.BLUESKY, did, handle, "Bhopal Hospital"));
    }

    private Health health(AccountId id) {
        return given.as(nadia, () -> accounts.get(id)).health();
    }

    private int entries(AccountId id, String action) {
        return given.as(
                nadia,
                () -> jdbc.sql("select count(*) from audit_entry where action = :action and object_id = :id")
                        .param("action", action)
                        .param("id", id.value())
                        .query(Integer.class)
                        .single());
    }
}
