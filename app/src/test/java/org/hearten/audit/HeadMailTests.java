package org.hearten.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.hearten.SettableClock;
import org.hearten.start.CannotStart;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.mail.MailSendException;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.transaction.PlatformTransactionManager;

class HeadMailTests extends AuditProof {
    private static final String AUDITOR = "leela@narmada.example.org";

    @Autowired
    HeadFile heads;

    @Autowired
    PlatformTransactionManager transactions;

    @Autowired
    SettableClock clock;

    private final OrganisationId narmada = new OrganisationId(Ids.next());
    private final List<SimpleMailMessage> arrived = new ArrayList<>();
    private boolean serverIsAway;

    @Test
    void a_head_goes_to_the_auditor_once_a_day_word_for_word() throws IOException {
        exportOne();
        var mail = mail(server());

        assertThat(mail.sendIfDue(narmada)).isTrue();
        assertThat(mail.sendIfDue(narmada)).isFalse();

        exportOne();
        assertThat(mail.sendIfDue(narmada)).as("not a day later").isFalse();
        clock.advance(Duration.ofHours(25));
        assertThat(mail.sendIfDue(narmada)).isTrue();

        assertThat(arrived).hasSize(2);
        assertThat(arrived.getLast().getTo()).containsExactly(AUDITOR);
        assertThat(arrived.getLast().getText()).contains(lastLineOfTheFile());
    }

    @Test
    void a_chain_that_did_not_grow_sends_nothing() {
        exportOne();
        var mail = mail(server());
        mail.sendIfDue(narmada);

        clock.advance(Duration.ofDays(3));

        assertThat(mail.sendIfDue(narmada)).isFalse();
    }

    @Test
    void what_the_server_did_not_take_is_sent_later() {
        exportOne();
        var mail = mail(server());
        serverIsAway = true;
        assertThatThrownBy(() -> mail.sendIfDue(narmada)).isInstanceOf(MailSendException.class);

        serverIsAway = false;

        assertThat(mail.sendIfDue(narmada)).isTrue();
    }

    @Test
    void without_a_mail_server_the_start_says_so() {
        assertThatThrownBy(() -> mail(new StaticListableBeanFactory()))
                .isInstanceOf(CannotStart.class)
                .hasMessageContaining("Name one with --spring.mail.host");
    }

    private StaticListableBeanFactory server() {
        var beans = new StaticListableBeanFactory();
        beans.addBean("mail", (MailSender) letters -> {
            if (serverIsAway) {
                throw new MailSendException("The server is away");
            }
            arrived.addAll(List.of(letters));
        });
        return beans;
    }

    private HeadMail mail(StaticListableBeanFactory beans) {
        var settings = new AuditSettings(
                Path.of("keys"),
                null,
                new AuditSettings.Audit(
                        Duration.ofSeconds(1), Duration.ofHours(1), AUDITOR, "hearten@localhost", Duration.ofDays(1)));
        return new HeadMail(
                beans.getBeanProvider(MailSender.class), heads, jdbc, tenancy, transactions, settings, clock);
    }

    private void exportOne() {
        record(narmada, "post.saved");
        sealer.sealAndExport(narmada);
    }

    private String lastLineOfTheFile() throws IOException {
        return Files.readAllLines(heads.path()).stream()
                .filter(line -> line.contains(narmada.value().toString()))
                .reduce((first, second) -> second)
                .orElseThrow();
    }
}
