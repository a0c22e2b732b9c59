package org.hearten.people;

import org.hearten.audit.Recorded;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A person chooses another password; whoever knew the old one is out everywhere. */
@Service
class NewPassword {
    private final JdbcClient jdbc;
    private final Passwords passwords;
    private final Throttle throttle;
    private final Sessions sessions;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    NewPassword(
            JdbcClient jdbc,
            Passwords passwords,
            Throttle throttle,
            Sessions sessions,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.passwords = passwords;
        this.throttle = throttle;
        this.sessions = sessions;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    enum Answer {
        CHANGED,
        WRONG,
        WAIT
    }

    /** The one used so far is asked again, as often as at the door and no oftener: a screen may be left unlocked. */
    Answer choose(PersonId person, String current, String fresh, String address) {
        var account = transaction.execute(ignored -> account(person));
        if (account == null || throttle.mustWait(account.email(), address)) {
            return Answer.WAIT;
        } else if (!passwords.matches(current, account.hash())) {
            throttle.failed(account.email(), address);
            return Answer.WRONG;
        } else {
            var hash = passwords.hash(fresh);
            transaction.executeWithoutResult(ignored -> keep(person, hash));
            return Answer.CHANGED;
        }
    }

    private record Account(String email, String hash) {}

    private Account account(PersonId person) {
        return jdbc.sql("""
                select email, password_hash
                  from person
                 where organisation_id = :organisation and id = :id
                """)
                .param("organisation", person.organisation().value())
                .param("id", person.value())
                .query((row, number) -> new Account(row.getString("email"), row.getString("password_hash")))
                .single();
    }

    private void keep(PersonId person, String hash) {
        jdbc.sql("""
                update person
                   set password_hash = :hash
                 where organisation_id = :organisation and id = :id
                """)
                .param("hash", hash)
                .param("organisation", person.organisation().value())
                .param("id", person.value())
                .update();
        sessions.endAll(person);
        events.publishEvent(Recorded.of("password.changed").on("person", person.value()));
    }
}
