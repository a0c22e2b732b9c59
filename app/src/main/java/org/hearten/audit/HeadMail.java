package org.hearten.audit;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Objects;
import java.util.Optional;
import org.hearten.start.CannotStart;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSender;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Mails the newest exported head of a chain to the auditor, once a day: a copy that nobody with this machine can take
 * back. The mail holds the line of the file and no word of any entry.
 */
@Component
@ConditionalOnProperty("hearten.audit.mail-heads-to")
class HeadMail {
    private final MailSender mail;
    private final HeadFile heads;
    private final JdbcClient jdbc;
    private final Tenancy tenancy;
    private final TransactionTemplate transaction;
    private final AuditSettings.Audit settings;
    private final Clock clock;

    HeadMail(
            ObjectProvider<MailSender> mail,
            HeadFile heads,
            JdbcClient jdbc,
            Tenancy tenancy,
            PlatformTransactionManager transactions,
            AuditSettings settings,
            Clock clock) {
        this.mail = mail.getIfAvailable(() -> {
            throw new CannotStart("The heads of the record shall be mailed to "
                    + settings.audit().mailHeadsTo()
                    + ", but no mail server is named. Name one with --spring.mail.host=….");
        });
        this.heads = heads;
        this.jdbc = jdbc;
        this.tenancy = tenancy;
        this.transaction = new TransactionTemplate(transactions);
        this.settings = settings.audit();
        this.clock = clock;
    }

    /**
     * Returns whether a mail left. It is noted afterwards: after a crash in between it goes twice, never not at all.
     *
     * @throws org.springframework.mail.MailException when the server did not take it
     */
    boolean sendIfDue(OrganisationId organisation) {
        return tenancy.as(Caller.system(organisation, "audit"), () -> {
            var due = newest(organisation).filter(head -> isDue(head));
            due.ifPresent(head -> {
                mail.send(letter(head));
                transaction.executeWithoutResult(ignored -> note(head));
            });
            return due.isPresent();
        });
    }

    private Optional<Head> newest(OrganisationId organisation) {
        var kept = heads.of(organisation).heads();
        return kept.isEmpty() ? Optional.empty() : Optional.of(kept.getLast());
    }

    private boolean isDue(Head head) {
        return Boolean.TRUE.equals(transaction.execute(ignored -> jdbc.sql("""
                        select not exists (select 1 from audit_head_mail
                                            where organisation_id = :organisation
                                              and (position >= :position or mailed_at > :recently))
                        """)
                .param("organisation", head.organisation().value())
                .param("position", head.position())
                .param(
                        "recently",
                        OffsetDateTime.ofInstant(clock.instant().minus(settings.mailHeadsEvery()), ZoneOffset.UTC))
                .query(Boolean.class)
                .single()));
    }

    private SimpleMailMessage letter(Head head) {
        var letter = new SimpleMailMessage();
        letter.setFrom(settings.mailHeadsFrom());
        letter.setTo(Objects.requireNonNull(settings.mailHeadsTo()));
        letter.setSubject("Hearten: the record stands at entry " + head.position());
        letter.setText("""
                This is how far the record of your organisation reached. Keep this mail: with it, bin/hearten verify finds
                whether anything up to here was changed, removed or cut off, even if the machine was taken over.

                %s

                To check with it, put the line above into a file heads.txt in a folder of its own and run
                bin/hearten verify --heads that-folder
                """.formatted(heads.line(head)));
        return letter;
    }

    private void note(Head head) {
        jdbc.sql("""
                insert into audit_head_mail (organisation_id, position, mailed_at)
                values (:organisation, :position, :at)
                on conflict do nothing
                """)
                .param("organisation", head.organisation().value())
                .param("position", head.position())
                .param("at", OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC))
                .update();
    }
}
