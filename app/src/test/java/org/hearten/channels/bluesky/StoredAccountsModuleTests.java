package org.hearten.channels.bluesky;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.UUID;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.channels.AccountId;
import org.hearten.channels.Accounts;
import org.hearten.channels.Health;
import org.hearten.people.PersonId;
import org.hearten.people.Role;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

@HeartenTest
@Import(Given.class)
class StoredAccountsModuleTests {
    @Autowired
    Given given;

    @Autowired
    StoredAccounts stored;

    @Autowired
    Accounts accounts;

    @Autowired
    JdbcClient jdbc;

    private final String did = "did:plc:" + UUID.randomUUID();
    private PersonId nadia;
    private AccountId bhopal;

    @BeforeEach
    void connect() {
        var narmada = given.narmada();
        nadia = narmada.with(Role.ADMINISTRATOR);
        bhopal = given.as(
                nadia,
                () -> stored.connect(narmada.first(), session("canary-access", "canary-refresh"), "Bhopal Hospital"));
    }

    @Test
    void what_is_kept_is_read_back_and_lies_sealed() {
        assertThat(kept().session()).isEqualTo(session("canary-access", "canary-refresh"));

        var raw = new String(
                given.as(
                        nadia,
                        () -> jdbc.sql("select sealed from bluesky_session where account_id = :id")
                                .param("id", bhopal.value())
                                .query(byte[].class)
                                .single()),
                ISO_8859_1);
        assertThat(raw).doesNotContain("canary").doesNotContain("did:plc").doesNotContain("abcd-efgh");
    }

    @Test
    void a_renewal_takes_the_place_of_the_session_it_was_made_from() {
        var fresh = session("second", "second");

        assertThat(given.as(nadia, () -> stored.replace(bhopal, kept().session(), fresh)))
                .isEqualTo(fresh);
        assertThat(kept().session()).isEqualTo(fresh);
    }

    @Test
    void a_late_renewal_never_overrules_a_person_who_connected_again() {
        var spent = kept().session();
        var byHand = session("by hand", "by hand");
        given.run(nadia, () -> stored.connect(given.narmada().first(), byHand, "Bhopal Hospital"));

        var standing = given.as(nadia, () -> stored.replace(bhopal, spent, session("late", "late")));

        assertThat(standing).isEqualTo(byHand);
        assertThat(kept().session()).isEqualTo(byHand);
    }

    @Test
    void words_about_credentials_that_were_replaced_disconnect_nobody() {
        var spent = kept().session();
        given.run(
                nadia, () -> stored.connect(given.narmada().first(), session("by hand", "by hand"), "Bhopal Hospital"));

        given.run(nadia, () -> stored.refused(bhopal, spent, "Invalid identifier or password"));

        assertThat(given.as(nadia, () -> accounts.get(bhopal)).health()).isInstanceOf(Health.Working.class);
    }

    @Test
    void refused_credentials_are_kept_with_the_networks_words() {
        given.run(nadia, () -> stored.refused(bhopal, kept().session(), "Invalid identifier or password"));

        assertThat(kept().refusal()).isEqualTo("Invalid identifier or password");
        assertThat(kept().session().refreshToken()).isEqualTo("canary-refresh");
    }

    private AccountKeeper.Kept kept() {
        return given.as(nadia, () -> stored.find(bhopal)).orElseThrow();
    }

    private Session session(String access, String refresh) {
        var server = URI.create("https://pds.example.org");
        return new Session(server, server, did, "bhopal.example.org", access, refresh, "abcd-efgh-ijkl-mnop");
    }
}
