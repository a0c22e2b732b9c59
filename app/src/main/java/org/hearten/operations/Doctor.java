package org.hearten.operations;

import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.hearten.audit.Heads;
import org.hearten.channels.Account;
import org.hearten.channels.Accounts;
import org.hearten.channels.Health;
import org.hearten.facilities.Facilities;
import org.hearten.keys.Keys;
import org.hearten.people.MetricsToken;
import org.hearten.start.CannotStart;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.Tenancy;
import org.springframework.context.ApplicationContext;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/** Looks at everything Hearten stands on and says a sentence for each. */
final class Doctor {
    private static final int OLDEST_JAVA = 25;
    private static final int OLDEST_POSTGRES = 16;
    private static final long LEAST_FREE_BYTES = 2L * 1024 * 1024 * 1024;
    private static final Duration CLOCKS_MAY_DIFFER = Duration.ofSeconds(5);
    private static final Duration LISTENERS_MAY_TAKE = Duration.ofMinutes(10);
    private static final List<String> DURABLE = List.of("fsync", "full_page_writes", "synchronous_commit");

    private final PrintStream out;
    private int problems;

    Doctor(PrintStream out) {
        this.out = out;
    }

    /** @return the exit code */
    int examine(Command command) {
        java();
        disk(command.data());
        keys(command.keys());
        if (!command.ownDatabase() && !command.hasEmbeddedDatabase()) {
            bad("Database", "there is none in " + command.data() + " yet. ./run makes it.");
        } else {
            database(command);
        }
        out.println(problems == 0 ? "Everything is in order." : problems + " of these need you.");
        return problems == 0 ? Cli.FINE : Cli.FOUND_SOMETHING;
    }

    private void java() {
        var version = Runtime.version();
        if (version.feature() >= OLDEST_JAVA) {
            fine("Java", version.toString() + ".");
        } else {
            bad("Java", version + " is too old; Hearten needs " + OLDEST_JAVA + " or newer.");
        }
    }

    private void disk(Path data) {
        try {
            var place = Files.exists(data) ? data : data.toAbsolutePath().getParent();
            var free = Files.getFileStore(place).getUsableSpace();
            var gib = "%.1f GiB free in %s.".formatted(free / (1024.0 * 1024 * 1024), place);
            if (free >= LEAST_FREE_BYTES) {
                fine("Disk", gib);
            } else {
                bad("Disk", gib + " Make room before it is full: the database stops when it cannot write.");
            }
        } catch (IOException unreadable) {
            bad("Disk", data + " could not be looked at: " + unreadable.getMessage());
        }
    }

    private void keys(Path keys) {
        try {
            if (!Files.isDirectory(keys)) {
                bad(
                        "Keys",
                        "there is no folder " + keys + ". Name it with --keys: without the keys nothing can be read.");
            } else {
                var open = 0;
                try (var files = Files.list(keys)) {
                    for (var file : files.toList()) {
                        open += isOpenToOthers(file) ? 1 : 0;
                    }
                }
                if (open > 0 || isOpenToOthers(keys)) {
                    bad("Keys", "others on this machine can read in " + keys + ". Close it: chmod -R go= " + keys);
                } else {
                    fine("Keys", "in " + keys + ", open to this account only.");
                }
            }
        } catch (IOException unreadable) {
            bad("Keys", keys + " could not be looked at: " + unreadable.getMessage());
        }
    }

    private static boolean isOpenToOthers(Path file) throws IOException {
        return !PosixFilePermissions.toString(Files.getPosixFilePermissions(file))
                .endsWith("------");
    }

    private void database(Command command) {
        try (var tools = Tools.open(command);
                var connection = tools.getBean("dataSource", DataSource.class).getConnection()) {
            version(connection);
            durability(connection);
            walls(connection);
            clock(connection);
            listeners(connection);
            heads(tools.getBean(Heads.class).file());
            channels(tools);
            mail(tools);
            fine("Metrics", "/actuator/prometheus opens with the token " + MetricsToken.of(tools.getBean(Keys.class)));
        } catch (SQLException | RuntimeException failed) {
            var why = failed instanceof CannotStart || failed.getCause() == null ? failed : failed.getCause();
            bad("Database", "it did not answer: " + why.getMessage());
        }
    }

    private void version(Connection connection) throws SQLException {
        var version = connection.getMetaData().getDatabaseProductVersion();
        if (connection.getMetaData().getDatabaseMajorVersion() >= OLDEST_POSTGRES) {
            fine("Database", "PostgreSQL " + version + " answers.");
        } else {
            bad("Database", "PostgreSQL " + version + " is too old; Hearten needs " + OLDEST_POSTGRES + " or newer.");
        }
    }

    private void durability(Connection connection) throws SQLException {
        for (var setting : DURABLE) {
            var value = ask(connection, "show " + setting, String.class);
            if (value.equals("off")) {
                bad("Durability", setting + " is off: a power cut could lose what was promised. Turn it on.");
                return;
            }
        }
        fine("Durability", "what is committed is on the disk (fsync, full_page_writes, synchronous_commit).");
    }

    private void walls(Connection connection) throws SQLException {
        var steps = ask(
                connection,
                "select rolsuper or rolbypassrls from pg_roles where rolname = current_user",
                Boolean.class);
        if (steps) {
            bad(
                    "Walls",
                    "the role of --database-url can step over the walls between organisations. Name a plain role.");
        } else {
            fine("Walls", "no organisation can see another's rows.");
        }
    }

    private void clock(Connection connection) throws SQLException {
        var theirs = ask(connection, "select clock_timestamp()", OffsetDateTime.class)
                .toInstant();
        var apart = Duration.between(theirs, Instant.now()).abs();
        if (apart.compareTo(CLOCKS_MAY_DIFFER) > 0) {
            bad(
                    "Clock",
                    "this machine and the database differ by " + apart.toSeconds()
                            + " seconds. Let both follow a time server, or posts go out at the wrong time.");
        } else {
            fine(
                    "Clock",
                    "this machine and the database agree: " + theirs.truncatedTo(java.time.temporal.ChronoUnit.SECONDS)
                            + ".");
        }
    }

    private void listeners(Connection connection) throws SQLException {
        var stuck = ask(
                connection,
                "select count(*) from event_publication where completion_date is null and publication_date < now() - interval '"
                        + LISTENERS_MAY_TAKE.toMinutes() + " minutes'",
                Long.class);
        if (stuck > 0) {
            bad(
                    "Follow-up work",
                    stuck + " steps have waited longer than " + LISTENERS_MAY_TAKE.toMinutes()
                            + " minutes. The log says why they fail.");
        } else {
            fine("Follow-up work", "nothing waits longer than it should.");
        }
    }

    private void heads(Path file) throws SQLException {
        if (Files.exists(file)) {
            fine("Record", "its heads leave to " + file + ". Keep that file on another machine too.");
        } else {
            bad("Record", "no head of the record has left to " + file + " yet. It does within seconds of a start.");
        }
    }

    private void channels(ApplicationContext tools) {
        var tenancy = tools.getBean(Tenancy.class);
        var accounts = tools.getBean(Accounts.class);
        for (var organisation : tools.getBean(Facilities.class).organisations()) {
            tenancy.run(
                    Caller.system(organisation, "operations"),
                    () -> accounts.of(organisation).forEach(this::channel));
        }
    }

    private void mail(ApplicationContext tools) {
        var server = tools.getBeanProvider(JavaMailSenderImpl.class).getIfAvailable();
        if (server == null) {
            fine("Mail", "no mail server is named with --spring.mail.host, so none is sent.");
        } else {
            try {
                server.testConnection();
                fine("Mail", server.getHost() + " takes mail from here.");
            } catch (MessagingException refused) {
                bad("Mail", server.getHost() + " did not take it: " + refused.getMessage());
            }
        }
    }

    private void channel(Account account) {
        var name = account.network() + " " + account.handle();
        switch (account.health()) {
            case Health.Working working -> fine("Channel", name + " works.");
            case Health.Troubled troubled ->
                bad("Channel", name + " has had trouble since " + troubled.since() + "; Hearten keeps trying.");
            case Health.Disconnected gone ->
                bad(
                        "Channel",
                        name + " is disconnected since " + gone.since() + ". Connect it again on the Channels page.");
        }
    }

    private static <T> T ask(Connection connection, String sql, Class<T> type) throws SQLException {
        try (var statement = connection.createStatement();
                var row = statement.executeQuery(sql)) {
            row.next();
            return row.getObject(1, type);
        }
    }

    private void fine(String what, String sentence) {
        out.println("  ok       " + what + ": " + sentence);
    }

    private void bad(String what, String sentence) {
        problems++;
        out.println("  PROBLEM  " + what + ": " + sentence);
    }
}
