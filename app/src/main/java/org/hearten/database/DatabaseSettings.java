package org.hearten.database;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the database is.
 *
 * @param data the folder of the embedded server
 * @param keys the folder of the passwords, beside the data folder: a copy of the data must not carry its own keys
 */
@ConfigurationProperties("hearten")
record DatabaseSettings(
        Path data,
        Path keys,
        @DefaultValue Database database,
        @DefaultValue Migrate migrate) {

    /** @param fsync off only in tests: without it, a power cut loses what was promised */
    record Database(
            @Nullable String url, @DefaultValue("true") boolean fsync) {}

    record Migrate(@Nullable String url) {}
}
