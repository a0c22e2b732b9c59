package org.hearten.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param data the folder of the embedded server
 * @param keys the folder of the passwords, outside the data folder
 */
@ConfigurationProperties("hearten")
record DatabaseSettings(
        @DefaultValue("data") Path data,
        @Nullable Path keys,
        @DefaultValue Database database,
        @DefaultValue Migrate migrate) {

    /** @param fsync off only in tests: without it, a power cut loses what was promised */
    record Database(
            @Nullable String url, @DefaultValue("true") boolean fsync) {}

    record Migrate(@Nullable String url) {}

    Path keysFolder() {
        return keys != null ? keys : besideData();
    }

    /** {@code data-keys} next to {@code data}: a copy of the data folder must not carry its own keys along. */
    private Path besideData() {
        var folder = data.toAbsolutePath().normalize();
        return folder.resolveSibling(folder.getFileName() + "-keys");
    }
}
