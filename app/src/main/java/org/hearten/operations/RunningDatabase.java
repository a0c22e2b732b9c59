package org.hearten.operations;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** The embedded database of a Hearten that runs already: found by the server's own note, entered with the keys folder. */
final class RunningDatabase {
    private static final int PID_LINE = 0;
    private static final int PORT_LINE = 3;
    private static final int STATUS_LINE = 7;

    private RunningDatabase() {}

    /** The addresses to reach it by; empty when nothing runs in that folder. */
    static Map<String, String> addresses(Path data, Path keys) {
        try {
            var note = data.resolve("postgres").resolve("postmaster.pid");
            var lines = Files.exists(note) ? Files.readAllLines(note) : java.util.List.<String>of();
            var runs = lines.size() > STATUS_LINE
                    && lines.get(STATUS_LINE).startsWith("ready")
                    && ProcessHandle.of(Long.parseLong(lines.get(PID_LINE).strip()))
                            .isPresent();
            if (runs) {
                var port = Integer.parseInt(lines.get(PORT_LINE).strip());
                return Map.of(
                        "hearten.database.url", address(port, "hearten_app", keys),
                        "hearten.migrate.url", address(port, "hearten_owner", keys));
            } else {
                return Map.of();
            }
        } catch (IOException unreadable) {
            throw new CannotDo(
                    "Hearten runs in " + data + ", but its passwords could not be read in " + keys
                            + ". Name the keys folder with --keys, and use the account that runs Hearten.",
                    unreadable);
        }
    }

    private static String address(int port, String role, Path keys) throws IOException {
        var password =
                Files.readString(keys.resolve("database-" + role + ".password")).strip();
        return "jdbc:postgresql://127.0.0.1:" + port + "/hearten?user=" + role + "&password=" + password;
    }
}
