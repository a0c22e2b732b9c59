package org.hearten.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;

/** The server's own note of its process number (line 1) and whether it takes connections (line 8). */
final class PidFile {
    private static final int STATUS_LINE = 7; // counted from 0
    private static final String NOBODY = "99999999"; // above every process number Linux gives
    private final Path file;

    PidFile(Path cluster) {
        this.file = cluster.resolve("postmaster.pid");
    }

    boolean saysReady(long pid) throws IOException {
        var lines = lines();
        return lines.size() > STATUS_LINE
                && lines.getFirst().strip().equals(Long.toString(pid))
                && lines.get(STATUS_LINE).startsWith("ready");
    }

    OptionalLong pid() throws IOException {
        var lines = lines();
        var number = lines.isEmpty() ? "" : lines.getFirst().strip();
        return number.matches("\\d{1,10}") ? OptionalLong.of(Long.parseLong(number)) : OptionalLong.empty();
    }

    /** Keeps the other lines: the server reads them to see whether children of the last one still hold its memory. */
    void nameNobody() throws IOException {
        var text = Files.readString(file);
        Files.writeString(file, NOBODY + text.substring(text.indexOf('\n')));
    }

    private List<String> lines() throws IOException {
        try {
            return Files.readAllLines(file);
        } catch (NoSuchFileException none) {
            return List.of();
        }
    }
}
