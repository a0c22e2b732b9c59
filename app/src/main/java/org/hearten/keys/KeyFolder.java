package org.hearten.keys;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.function.Supplier;
import org.hearten.start.CannotStart;

/**
 * The folder of key files: mode 0700, each file 0600, written whole or not at all. What stands in the way is a {@link
 * CannotStart}: without keys nothing can be read or kept.
 */
final class KeyFolder {
    private final Path folder;

    KeyFolder(Path folder) {
        this.folder = folder;
        try {
            Files.createDirectories(folder);
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException refused) {
            throw new CannotStart(
                    "Hearten cannot write to its keys folder " + folder.toAbsolutePath()
                            + ". Make it writable for the account that runs Hearten, or name another with --keys.",
                    refused);
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
        } catch (IOException refused) {
            throw new CannotStart(
                    "Hearten cannot read or make its key file " + file.toAbsolutePath()
                            + ". Give it back to the account that runs Hearten, or name the right folder with --keys.",
                    refused);
        }
    }
}
