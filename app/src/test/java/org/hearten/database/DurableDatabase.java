package org.hearten.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** For benchmarks: a server that waits for the disk, as in production. It ends with this process, not with a context. */
public final class DurableDatabase {
    private final EmbeddedPostgres server;
    private final Path keys;

    private DurableDatabase(EmbeddedPostgres server, Path keys) {
        this.server = server;
        this.keys = keys;
    }

    /** Every context that starts from here on in this process uses it. */
    public static DurableDatabase forThisProcess() {
        try {
            var folder = Files.createTempDirectory("hearten-bench");
            var keys = Files.createDirectories(folder.resolve("keys"));
            var database = new DurableDatabase(UnpackedOnce.start(folder.resolve("data"), keys, true), keys);
            System.setProperty("hearten.database.url", database.poolAddress());
            System.setProperty("hearten.migrate.url", database.ownerAddress());
            System.setProperty("hearten.keys", keys.toString());
            return database;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    public String poolAddress() {
        return address(server.logins().pool());
    }

    public String ownerAddress() {
        return address(server.logins().owner());
    }

    public Path keys() {
        return keys;
    }

    private static String address(Login login) {
        return login.url() + "?user=" + login.role() + "&password=" + login.password();
    }
}
