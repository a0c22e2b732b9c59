package org.hearten.keys;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;

/** The folder of key files: mode 0700, each file 0600, written whole or not at all. */
final class KeyFolder {
    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException failed) {
            throw new UncheckedIOException("The keys folder " + folder + " could not be prepared", failed);
        }
    }

    byte[] readOrMake(String name, Supplier<byte[]> fresh) {
        var file = folder.resolve(name);
        try {
            if (!Files.exists(file)) {
                var part = Files.createTempFile(
                        folder,
                        name,
                        ".part",
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                Files.write(part, fresh.get());
                Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            }
            return Files.readAllBytes(file);
        } catch (IOException failed) {
            throw new UncheckedIOException("The key file " + file + " could not be read or made", failed);
        }
    }
}
