package org.hearten.database;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.hearten.start.CannotStart;
import org.jspecify.annotations.Nullable;

/** The data folder, held by one process at a time. */
final class DataFolder implements AutoCloseable {
    final Path path;
    private final FileChannel lockFile;

    private DataFolder(Path path, FileChannel lockFile) {
        this.path = path;
        this.lockFile = lockFile;
    }

    /** @throws CannotStart if another process holds the folder, or it cannot be written */
    static DataFolder hold(Path folder) {
        var path = folder.toAbsolutePath().normalize();
        FileChannel lockFile;
        try {
            Files.createDirectories(path);
            lockFile = FileChannel.open(path.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        } catch (IOException refused) {
            throw new CannotStart(
                    "Hearten cannot write to its data folder " + path
                            + ". Make it writable or name another with --data.",
                    refused);
        }
        if (lock(lockFile) == null) {
            throw new CannotStart("Another Hearten is using the data folder " + path
                    + ". Stop it first, or name another folder with --data.");
        }
        return new DataFolder(path, lockFile);
    }

    private static @Nullable FileLock lock(FileChannel file) {
        try {
            return file.tryLock();
        } catch (OverlappingFileLockException heldByThisProcess) {
            return null;
        } catch (IOException unsupported) {
            throw new CannotStart(
                    "The data folder's file system cannot lock files. Name a folder on a local disk with --data.",
                    unsupported);
        }
    }

    Path cluster() {
        return path.resolve("postgres");
    }

    boolean hasCluster() {
        return Files.exists(cluster());
    }

    /** @throws CannotStart if the rows were written by another major version, which cannot read them in place */
    void requireMajor(String ours) throws IOException {
        var file = cluster().resolve("PG_VERSION");
        var theirs = Files.exists(file) ? Files.readString(file).strip() : "an unknown version";
        if (!theirs.equals(ours)) {
            throw new CannotStart("The data folder " + path + " was written by PostgreSQL " + theirs
                    + " and this Hearten brings " + ours
                    + ". Make a backup with the Hearten that wrote it, and restore that into an empty folder.");
        }
    }

    @Override
    public void close() throws IOException {
        lockFile.close();
    }
}
