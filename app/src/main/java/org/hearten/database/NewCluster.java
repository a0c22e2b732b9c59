package org.hearten.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import org.hearten.start.CannotStart;

/**
 * Makes an empty database with its roles.
 *
 * <p>It is made beside its place and moved there when whole, so a start that is cut short leaves nothing half-made.
 */
final class NewCluster {
    private final DataFolder folder;
    private final Passwords passwords;
    private final Programs programs;
    private final Path draft;

    NewCluster(DataFolder folder, Passwords passwords, Programs programs) {
        this.folder = folder;
        this.passwords = passwords;
        this.programs = programs;
        this.draft = folder.path.resolve("postgres.new");
    }

    void create() throws IOException {
        Binaries.remove(draft);
        passwords.make(EmbeddedPostgres.SUPERUSER);
        finish(
                programs.run(
                        "initdb",
                        List.of(),
                        List.of(
                                "-D",
                                draft.toString(),
                                "--username=" + EmbeddedPostgres.SUPERUSER,
                                "--pwfile=" + passwords.file(EmbeddedPostgres.SUPERUSER),
                                "--auth=scram-sha-256",
                                "--encoding=UTF8",
                                "--locale-provider=builtin",
                                "--locale=C.UTF-8", // sorting must not change with the machine
                                "--no-instructions")),
                "");
        // One statement a line: this is the server's single-user mode, before anybody can connect.
        var roles = """
                create role %s login nosuperuser nocreatedb nocreaterole nobypassrls password '%s'
                create role %s login nosuperuser nocreatedb nocreaterole nobypassrls password '%s'
                create database %s owner %s
                revoke all on database %s from public
                grant connect on database %s to %s
                """.formatted(
                        EmbeddedPostgres.OWNER,
                        passwords.make(EmbeddedPostgres.OWNER),
                        EmbeddedPostgres.POOL,
                        passwords.make(EmbeddedPostgres.POOL),
                        EmbeddedPostgres.DATABASE,
                        EmbeddedPostgres.OWNER,
                        EmbeddedPostgres.DATABASE,
                        EmbeddedPostgres.DATABASE,
                        EmbeddedPostgres.POOL);
        finish(
                programs.run(
                        "postgres",
                        List.of(),
                        List.of("--single", "-D", draft.toString(), "-c", "exit_on_error=on", "postgres")),
                roles);
        Files.move(draft, folder.cluster(), StandardCopyOption.ATOMIC_MOVE);
    }

    private void finish(ProcessBuilder command, String input) throws IOException {
        var process = command.redirectErrorStream(true).start();
        try (var in = process.outputWriter(StandardCharsets.UTF_8)) {
            in.write(input);
        }
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new CannotStart("The embedded database could not be made in " + folder.path + ": "
                        + said.lines()
                                .filter(line -> line.matches(".*(error|fatal|FATAL|ERROR|denied|not permitted).*"))
                                .findFirst()
                                .orElse("it gave no reason")
                        + ".");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new CannotStart("The start was interrupted.", interrupted);
        }
    }
}
