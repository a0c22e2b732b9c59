package org.hearten.database;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;
import org.hearten.start.CannotStart;
import org.jspecify.annotations.Nullable;

/** The PostgreSQL programs, unpacked once from the archive that comes with Hearten. */
final class Binaries {
    private static final String ARCHIVE = "/postgres-linux-x86_64.txz";
    private static final String MARK = ".complete";

    private Binaries() {}

    /** Answers the folder that holds {@code bin/postgres}. The mark is written last, so a half-unpacked folder is redone. */
    static Path unpackedIn(Path data) throws IOException {
        var folder = data.resolve("postgres-" + EmbeddedPostgres.VERSION);
        if (Files.notExists(folder.resolve(MARK))) {
            remove(folder);
            unpack(folder);
            Files.createFile(folder.resolve(MARK));
        }
        return folder;
    }

    private static void unpack(Path folder) throws IOException {
        try (var archive = Binaries.class.getResourceAsStream(ARCHIVE)) {
            if (archive == null) {
                throw new CannotStart(
                        "The PostgreSQL that comes with Hearten is for Linux on x86-64. Name another server"
                                + " with --database-url and --migrate-url.");
            }
            var tar = new TarArchiveInputStream(new XZCompressorInputStream(archive));
            for (var entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                put(tar, entry, folder);
            }
        }
    }

    private static void put(TarArchiveInputStream tar, TarArchiveEntry entry, Path folder) throws IOException {
        var target = folder.resolve(entry.getName()).normalize();
        if (!target.startsWith(folder)) {
            throw new IOException("An entry of the archive leaves its folder: " + entry.getName());
        }
        if (entry.isDirectory()) {
            Files.createDirectories(target);
        } else if (entry.isSymbolicLink()) {
            Files.createDirectories(target.getParent());
            Files.createSymbolicLink(target, Path.of(entry.getLinkName()));
        } else {
            Files.createDirectories(target.getParent());
            Files.copy(tar, target, StandardCopyOption.REPLACE_EXISTING);
            if ((entry.getMode() & 0100) != 0) {
                var permissions = EnumSet.copyOf(Files.getPosixFilePermissions(target));
                permissions.add(PosixFilePermission.OWNER_EXECUTE);
                Files.setPosixFilePermissions(target, permissions);
            }
        }
    }

    static void remove(Path folder) throws IOException {
        if (Files.exists(folder)) {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failed)
                        throws IOException {
                    Files.delete(directory);
                    return FileVisitResult.CONTINUE;
                }
            });
        }
    }
}
