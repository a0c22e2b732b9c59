package org.hearten.people;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.ZoneId;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.Jurisdiction;
import org.hearten.keys.Keys;
import org.hearten.start.StartNotes;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Ids;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** A Hearten that nobody has set up yet founds its first organisation and administrator, once. */
@Service
public class FirstRun implements StartNotes {
    private static final int FIRST_HUE = 190;

    private final JdbcClient jdbc;
    private final Facilities facilities;
    private final People people;
    private final Tenancy tenancy;
    private final Keys keys;
    private final String publicUrl;
    private final TransactionTemplate transaction;
    private volatile boolean done;

    FirstRun(
            JdbcClient jdbc,
            Facilities facilities,
            People people,
            Tenancy tenancy,
            Keys keys,
            @Value("${hearten.public-url:}") String publicUrl,
            PlatformTransactionManager transactions) {
        this.jdbc = jdbc;
        this.facilities = facilities;
        this.people = people;
        this.tenancy = tenancy;
        this.keys = keys;
        this.publicUrl = publicUrl;
        this.transaction = new TransactionTemplate(transactions);
    }

    public boolean isDue() {
        if (!done) {
            done = !facilities.organisations().isEmpty();
        }
        return !done;
    }

    /** An address that others can reach is set up only by whoever can read the terminal of this machine. */
    boolean asksForCode() {
        return !publicUrl.isEmpty();
    }

    boolean mayBegin(String typed) {
        return !asksForCode()
                || MessageDigest.isEqual(
                        setupCode().getBytes(StandardCharsets.UTF_8),
                        typed.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8));
    }

    private String setupCode() {
        var code = HexFormat.of().formatHex(keys.hash("first run", "setup code"), 0, 8);
        return String.join("-", code.substring(0, 4), code.substring(4, 8), code.substring(8, 12), code.substring(12));
    }

    @Override
    public List<String> lines() {
        if (!isDue()) {
            return List.of();
        } else if (asksForCode()) {
            return List.of("Open the address to set up your organisation. The set-up code is " + setupCode());
        } else {
            return List.of("Open the address to set up your organisation.");
        }
    }

    /** Everything or nothing; of two at once the second finds the house taken. */
    boolean found(WelcomeAnswers answers, String address) {
        var caller = new Caller(new OrganisationId(Ids.next()), null, "first-run", address);
        return tenancy.as(
                caller,
                () -> Boolean.TRUE.equals(transaction.execute(ignored -> {
                    jdbc.sql("select pg_advisory_xact_lock(hashtextextended('first run', 0))")
                            .query(row -> {});
                    if (!facilities.organisations().isEmpty()) {
                        return false;
                    } else {
                        facilities.found(answers.organisation());
                        var first = facilities.open(
                                answers.slug(),
                                answers.facility(),
                                "",
                                "",
                                "",
                                "",
                                "",
                                ZoneId.of(answers.zone()),
                                Jurisdiction.valueOf(answers.jurisdiction()),
                                FIRST_HUE,
                                List.of());
                        var administrator = people.add(answers.name(), answers.email(), answers.password());
                        for (var role : Role.values()) {
                            people.grant(administrator, role, first, null);
                        }
                        return true;
                    }
                })));
    }
}
