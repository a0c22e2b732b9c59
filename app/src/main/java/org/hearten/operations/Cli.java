package org.hearten.operations;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Supplier;
import org.hearten.audit.AuditVerifier;
import org.hearten.start.CannotStart;

/** {@code bin/hearten verify | backup FILE | restore FILE | doctor}. */
public final class Cli {
    static final int FINE = 0;
    static final int FOUND_SOMETHING = 1;
    static final int COULD_NOT = 2;

    private final PrintStream out;
    private final PrintStream problems;
    private final Supplier<String> passphrase;

    Cli(PrintStream out, PrintStream problems, Supplier<String> passphrase) {
        this.out = out;
        this.problems = problems;
        this.passphrase = passphrase;
    }

    public static void main(String[] words) {
        System.exit(new Cli(System.out, System.err, Cli::typed).run(words));
    }

    int run(String... words) {
        try {
            var command = Command.read(words);
            return switch (command.name()) {
                case "verify" -> verify(command);
                case "backup" -> backup(command);
                case "restore" -> restore(command);
                default -> new Doctor(out).examine(command);
            };
        } catch (CannotDo | CannotStart failed) {
            problems.println(failed.getMessage());
            return COULD_NOT;
        } catch (RuntimeException failed) {
            problems.println(sentence(failed));
            return COULD_NOT;
        }
    }

    private int verify(Command command) {
        requireDatabase(command);
        try (var tools = Tools.open(command)) {
            var reports = tools.getBean(AuditVerifier.class).verifyAll();
            for (var report : reports) {
                out.println("Organisation " + report.organisation().value() + ": " + report.sentence());
            }
            if (reports.isEmpty()) {
                out.println("There is no organisation yet, so there is no record to verify.");
            }
            return reports.stream().allMatch(report -> report.whole()) ? FINE : FOUND_SOMETHING;
        }
    }

    private int backup(Command command) {
        requireDatabase(command);
        var secret = Passphrase.make();
        try (var tools = Tools.open(command)) {
            new Backup(tools, command.keys()).write(command.requireFile(), secret);
        }
        out.println("Everything is in " + command.requireFile() + ", keys included, encrypted with this passphrase:");
        out.println();
        out.println("    " + secret);
        out.println();
        out.println("It is shown only now. Keep it where the file is not: without it nobody can read the backup.");
        return FINE;
    }

    private int restore(Command command) {
        new Restore(command, out).read(passphrase);
        out.println("Restored. Nothing is sent from here until somebody releases the pause, on the page Approvals.");
        out.println("Now the record is verified:");
        return verify(command);
    }

    private static void requireDatabase(Command command) {
        if (!command.ownDatabase() && !command.hasEmbeddedDatabase()) {
            throw new CannotDo("There is no Hearten in " + command.data() + ". Name its data folder with --data.");
        }
    }

    private static String typed() {
        var given = System.getenv("HEARTEN_PASSPHRASE");
        if (given != null && !given.isBlank()) {
            return given.strip();
        }
        var console = System.console();
        if (console != null) {
            return new String(console.readPassword("Passphrase of the backup: ")).strip();
        }
        try {
            var line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
            return line == null ? "" : line.strip();
        } catch (IOException unreadable) {
            throw new CannotDo("The passphrase could not be read.", unreadable);
        }
    }

    private static String sentence(Throwable failed) {
        for (Throwable cause = failed; cause != null; cause = cause.getCause()) {
            if (cause instanceof CannotStart || cause instanceof CannotDo) {
                return String.valueOf(cause.getMessage());
            }
        }
        return "That did not work: " + failed;
    }
}
