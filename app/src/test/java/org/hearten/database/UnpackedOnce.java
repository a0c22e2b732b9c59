package org.hearten.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Spares each test the five seconds of unpacking: its data folder points to programs unpacked earlier. */
final class UnpackedOnce {
    private UnpackedOnce() {}

    static EmbeddedPostgres start(Path data, Path keys, boolean fsync) {
        try {
            var shared = Files.createDirectories(Path.of("target", "postgres").toAbsolutePath());
            unpackAlone(shared);
            var link = Files.createDirectories(data).resolve("postgres-" + EmbeddedPostgres.VERSION);
            if (Files.notExists(link)) {
                Files.createSymbolicLink(link, shared.resolve(link.getFileName()));
            }
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return EmbeddedPostgres.start(data, keys, fsync);
    }

    /** Another test run in the same tree waits here. */
    private static void unpackAlone(Path shared) throws IOException {
        try (var file = FileChannel.open(shared.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var held = file.lock()) {
            if (held.isValid()) {
                Binaries.unpackedIn(shared);
            }
        }
    }
}
