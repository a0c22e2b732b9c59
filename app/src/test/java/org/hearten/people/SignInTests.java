package org.hearten.people;

import static org.assertj.core.api.Assertions.assertThat;

import com.eatthepath.otp.TimeBasedOneTimePasswordGenerator;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import javax.crypto.spec.SecretKeySpec;
import org.hearten.Given;
import org.hearten.HeartenTest;
import org.hearten.SettableClock;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Tenancy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The way in, and how it ends. Each test has a person of its own. */
@HeartenTest
@Import(Given.class)
class SignInTests {
    private static final String HERE = "127.0.0.1";

    @Autowired
    Given given;

    @Autowired
    SignIn signIn;

    @Autowired
    NewPassword newPassword;

    @Autowired
    Tenancy tenancy;

    @Autowired
    Sessions sessions;

    @Autowired
    SecondFactor secondFactor;

    @Autowired
    People people;

    @Autowired
    Staffing staffing;

    @Autowired
    SettableClock clock;

    @Autowired
    JdbcClient jdbc;

    @AfterEach
    void now() {
        clock.backToRealTime();
    }

    @Test
    void the_right_password_opens_a_session_and_a_wrong_one_does_not_say_what_was_wrong() {
        var leela = somebody("leela");

        assertThat(signIn.withPassword("Leela@Tests.example.org ", Given.PASSWORD, HERE))
                .isInstanceOf(SignIn.Answer.Welcome.class);
        assertThat(signIn.withPassword("leela@tests.example.org", "something else", HERE))
                .isEqualTo(new SignIn.Answer.Wrong());
        assertThat(signIn.withPassword("nobody@tests.example.org", Given.PASSWORD, HERE))
                .isEqualTo(new SignIn.Answer.Wrong());
        assertThat(sessions.count(leela)).isEqualTo(1);
    }

    @Test
    void the_record_names_who_signed_in() {
        var tara = somebody("tara");

        signIn.withPassword("tara@tests.example.org", Given.PASSWORD, HERE);

        assertThat(given.in(
                        tara.organisation(),
                        () -> jdbc.sql("""
                        select person_id from audit_entry where action = 'sign_in.succeeded' and object_id = :tara
                        """)
                                .param("tara", tara.value())
                                .query(UUID.class)
                                .single()))
                .isEqualTo(tara.value());
    }

    @Test
    void five_wrong_passwords_make_the_account_wait_even_for_the_right_one() {
        somebody("arun");

        for (int tries = 0; tries < 5; tries++) {
            assertThat(signIn.withPassword("arun@tests.example.org", "guess " + tries, "10.9.8.7"))
                    .isEqualTo(new SignIn.Answer.Wrong());
        }

        assertThat(signIn.withPassword("arun@tests.example.org", Given.PASSWORD, "10.9.8.7"))
                .isEqualTo(new SignIn.Answer.Wait());
        clock.advance(Duration.ofMinutes(16));
        assertThat(signIn.withPassword("arun@tests.example.org", Given.PASSWORD, "10.9.8.7"))
                .isInstanceOf(SignIn.Answer.Welcome.class);
    }

    @Test
    void a_new_password_ends_every_session_and_the_old_one_opens_nothing_any_more() {
        var ira = somebody("ira");
        sessions.begin(ira, true);

        assertThat(choose(ira, "not my password", "the tanks are covered")).isEqualTo(NewPassword.Answer.WRONG);
        assertThat(sessions.count(ira)).isEqualTo(1);
        assertThat(choose(ira, Given.PASSWORD, "the tanks are covered")).isEqualTo(NewPassword.Answer.CHANGED);

        assertThat(sessions.count(ira)).isZero();
        assertThat(signIn.withPassword("ira@tests.example.org", Given.PASSWORD, HERE))
                .isEqualTo(new SignIn.Answer.Wrong());
        assertThat(signIn.withPassword("ira@tests.example.org", "the tanks are covered", HERE))
                .isInstanceOf(SignIn.Answer.Welcome.class);
    }

    @Test
    void guessing_the_password_on_an_unlocked_screen_is_throttled_too() {
        var noor = somebody("noor");
        for (int tries = 0; tries < 5; tries++) {
            assertThat(choose(noor, "guess " + tries, "the tanks are covered")).isEqualTo(NewPassword.Answer.WRONG);
        }

        assertThat(choose(noor, Given.PASSWORD, "the tanks are covered")).isEqualTo(NewPassword.Answer.WAIT);
    }

    private NewPassword.Answer choose(PersonId person, String current, String fresh) {
        return tenancy.as(
                new Caller(person.organisation(), person.value(), "person", "10.1.1.1"),
                () -> newPassword.choose(person, current, fresh, "10.1.1.1"));
    }

    @Test
    void a_session_ends_after_fifteen_idle_minutes_and_after_twelve_hours_whatever_happens() {
        var idle = sessions.begin(somebody("asmita"), true);
        var busy = sessions.begin(somebody("bhanu"), true);

        clock.advance(Duration.ofMinutes(14));
        assertThat(sessions.find(idle)).isPresent();
        clock.advance(Duration.ofMinutes(16));
        assertThat(sessions.find(idle)).isEmpty();

        clock.backToRealTime();
        for (int quarter = 0; quarter < 4 * 12; quarter++) {
            assertThat(sessions.find(busy)).isPresent();
            clock.advance(Duration.ofMinutes(14));
        }
        clock.advance(Duration.ofMinutes(60));
        assertThat(sessions.find(busy)).isEmpty();
    }

    @Test
    void the_stored_session_is_a_hash_and_no_cookie() {
        var cookie = sessions.begin(somebody("chitra"), true);

        var rows = jdbc.sql("select encode(token_hash, 'base64') from session")
                .query(String.class)
                .list();

        assertThat(rows).isNotEmpty().noneMatch(row -> row.contains(cookie));
    }

    @Test
    void a_second_factor_is_asked_and_each_code_opens_once() throws Exception {
        var dev = somebody("dev");
        var secret = SecondFactor.freshSecret();
        var codes = given.as(dev, () -> secondFactor.enrol(dev, secret, code(secret)));
        assertThat(codes).hasSize(SecondFactor.RECOVERY_CODES);

        var half = (SignIn.Answer.CodeNeeded) signIn.withPassword("dev@tests.example.org", Given.PASSWORD, HERE);
        assertThat(sessions.find(half.cookie()).orElseThrow().verified()).isFalse();
        assertThat(passes(dev, code(secret)))
                .as("the code that set it up was used")
                .isFalse();
        clock.advance(Duration.ofSeconds(60));
        assertThat(passes(dev, "000000")).isFalse();
        assertThat(passes(dev, code(secret))).isTrue();
        assertThat(passes(dev, code(secret))).as("the same code again").isFalse();
        assertThat(passes(dev, codes.getFirst())).as("a recovery code").isTrue();
        assertThat(passes(dev, codes.getFirst()))
                .as("the same recovery code again")
                .isFalse();
    }

    @Test
    void whoever_leaves_is_signed_out_everywhere_at_once() {
        var esha = somebody("esha");
        var phone = sessions.begin(esha, true);
        var desk = sessions.begin(esha, true);

        given.run(given.narmada().with(Role.ADMINISTRATOR), () -> staffing.depart(esha));

        assertThat(List.of(sessions.find(phone), sessions.find(desk))).allMatch(java.util.Optional::isEmpty);
        assertThat(signIn.withPassword("esha@tests.example.org", Given.PASSWORD, HERE))
                .isEqualTo(new SignIn.Answer.Wrong());
    }

    @Test
    void a_right_ends_by_the_clock() {
        var narmada = given.narmada();
        var farid = somebody("farid");
        given.run(
                narmada.with(Role.ADMINISTRATOR),
                () -> people.grant(
                        farid, Role.PUBLISHER, narmada.first(), clock.instant().plus(Duration.ofHours(1))));

        assertThat(given.in(narmada.organisation(), () -> people.holds(farid, Role.PUBLISHER, narmada.first())))
                .isTrue();
        clock.advance(Duration.ofHours(1));
        assertThat(given.in(narmada.organisation(), () -> people.holds(farid, Role.PUBLISHER, narmada.first())))
                .isFalse();
    }

    @Test
    void after_sign_in_nobody_is_led_to_another_site() {
        assertThat(SignInController.ownPath("/posts?stage=DRAFT")).isEqualTo("/posts?stage=DRAFT");
        assertThat(List.of("//evil.example", "https://evil.example", "/\\evil.example", "javascript:alert(1)", ""))
                .allSatisfy(next -> assertThat(SignInController.ownPath(next)).isEqualTo("/"));
    }

    private boolean passes(PersonId person, String typed) {
        return given.as(person, () -> secondFactor.passes(person, typed));
    }

    private String code(String secret) {
        try {
            var totp = new TimeBasedOneTimePasswordGenerator();
            var key = new SecretKeySpec(SecondFactor.unbase32(secret), totp.getAlgorithm());
            return totp.generateOneTimePasswordString(key, clock.instant());
        } catch (java.security.InvalidKeyException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private PersonId somebody(String name) {
        var narmada = given.narmada();
        return given.as(
                narmada.with(Role.ADMINISTRATOR),
                () -> staffing.add(name, name + "@tests.example.org", Given.PASSWORD, Role.AUTHOR, narmada.first()));
    }
}
