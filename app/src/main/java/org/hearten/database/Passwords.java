package org.hearten.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.hearten.start.CannotStart;

/** The database's passwords: one file a role in the keys folder, readable by nobody else. */
final class Passwords {
    private static final int BYTES = 32;
    private final Path folder;

    Passwords(Path folder) {
        this.folder = folder.toAbsolutePath().normalize();
    }

    Path file(String role) {
        return folder.resolve("database-" + role + ".password");
    }

    boolean has(String role) {
        return Files.isReadable(file(role));
    }

    String of(String role) {
        try {
            return Files.readString(file(role)).strip();
        } catch (IOException unreadable) {
            throw new CannotStart(
                    "Hearten cannot read " + file(role)
                            + ": the keys folder that belongs to this data is named with --keys.",
                    unreadable);
        }
    }

    /** Makes a password, or keeps the one that is there. */
    String make(String role) {
        if (has(role)) {
            return of(role);
        }
        var random = new byte[BYTES];
        new SecureRandom().nextBytes(random);
        var password = Base64.getUrlEncoder().withoutPadding().encodeToString(random);
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            var file = Files.createFile(
                    file(role), PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.writeString(file, password);
        } catch (IOException refused) {
            throw new CannotStart(
                    "Hearten cannot write to its keys folder " + folder
                            + ". Make it writable or name another with --keys.",
                    refused);
        }
        return password;
    }
}
