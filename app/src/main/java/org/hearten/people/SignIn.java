package org.hearten.people;

import java.util.Optional;
import java.util.UUID;
import org.hearten.audit.Recorded;
import org.hearten.keys.Keys;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Tenancy;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Checks who somebody says they are. What it refuses is recorded too. */
@Service
class SignIn {
    private final JdbcClient jdbc;
    private final Keys keys;
    private final Passwords passwords;
    private final Throttle throttle;
    private final SecondFactor secondFactor;
    private final Sessions sessions;
    private final Tenancy tenancy;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;

    SignIn(
            JdbcClient jdbc,
            Keys keys,
            Passwords passwords,
            Throttle throttle,
            SecondFactor secondFactor,
            Sessions sessions,
            Tenancy tenancy,
            ApplicationEventPublisher events,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.keys = keys;
        this.passwords = passwords;
        this.throttle = throttle;
        this.secondFactor = secondFactor;
        this.sessions = sessions;
        this.tenancy = tenancy;
        this.events = events;
        this.transaction = new TransactionTemplate(transactions);
    }

    sealed interface Answer {
        record Welcome(String cookie) implements Answer {}

        record CodeNeeded(String cookie) implements Answer {}

        record Wrong() implements Answer {}

        record Wait() implements Answer {}
    }

    private record Account(PersonId id, String hash, boolean active, boolean secondFactor) {}

    Answer withPassword(String typedEmail, String password, String address) {
        var email = People.normal(typedEmail);
        if (throttle.mustWait(email, address)) {
            return new Answer.Wait();
        } else {
            var organisation = People.organisationOf(jdbc, keys, email);
            if (organisation.isEmpty()) {
                passwords.takeTheSameTime(password);
                throttle.failed(email, address);
                return new Answer.Wrong();
            } else {
                var nobodyYet = new Caller(organisation.get(), null, "visitor", address);
                return tenancy.as(nobodyYet, () -> check(email, password, address));
            }
        }
    }

    /** @return whether the code opened the door for the session in this cookie */
    boolean withCode(PersonId person, String code, String cookie, String address) {
        var account = person.value().toString();
        if (throttle.mustWait(account, address)) {
            return false;
        } else if (Boolean.TRUE.equals(transaction.execute(ignored -> secondFactor.passes(person, code)))) {
            throttle.succeeded(account);
            sessions.verify(cookie);
            record(person.value(), "sign_in.succeeded");
            return true;
        } else {
            throttle.failed(account, address);
            record(person.value(), "sign_in.code_refused");
            return false;
        }
    }

    /** A session that ended by itself has nobody to name. */
    void end(@Nullable SignedIn me, String cookie) {
        sessions.end(cookie);
        if (me != null) {
            record(me.person().value(), "sign_in.ended");
        }
    }

    void endEverywhere(SignedIn me) {
        sessions.endAll(me.person());
        record(me.person().value(), "sign_in.ended_everywhere");
    }

    private Answer check(String email, String password, String address) {
        var account = transaction.execute(ignored -> account(email));
        if (account != null
                && account.isPresent()
                && account.get().active()
                && passwords.matches(password, account.get().hash())) {
            throttle.succeeded(email);
            var id = account.get().id();
            if (account.get().secondFactor()) {
                return new Answer.CodeNeeded(sessions.begin(id, false));
            } else {
                var known = new Caller(id.organisation(), id.value(), "person", address);
                tenancy.run(known, () -> record(id.value(), "sign_in.succeeded"));
                return new Answer.Welcome(sessions.begin(id, true));
            }
        } else {
            throttle.failed(email, address);
            record(
                    account == null
                            ? null
                            : account.map(found -> found.id().value()).orElse(null),
                    "sign_in.refused");
            return new Answer.Wrong();
        }
    }

    private Optional<Account> account(String email) {
        return jdbc.sql("""
                select id, password_hash, active, totp_secret is not null as second_factor
                  from person
                 where email = :email
                """)
                .param("email", email)
                .query((row, number) -> new Account(
                        new PersonId(Tenancy.require().organisation(), row.getObject("id", UUID.class)),
                        row.getString("password_hash"),
                        row.getBoolean("active"),
                        row.getBoolean("second_factor")))
                .optional();
    }

    private void record(@Nullable UUID person, String action) {
        transaction.executeWithoutResult(
                ignored -> events.publishEvent(Recorded.of(action).on("person", person)));
    }
}
