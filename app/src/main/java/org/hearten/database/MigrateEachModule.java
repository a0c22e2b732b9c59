package org.hearten.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.exception.FlywayValidateException;
import org.hearten.start.CannotStart;
import org.springframework.boot.flyway.autoconfigure.FlywayMigrationStrategy;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * Gives each folder of {@code db/migration} its own history, the common one first. The folders' order is free: a module
 * refers to another's rows by id only.
 *
 * <p>Asking each history in turn takes most of a quick start, so the last migrations are remembered by a fingerprint of
 * their files, and are not looked at again while that is the same.
 */
final class MigrateEachModule implements FlywayMigrationStrategy {
    private static final String FOLDER = "db/migration/";
    private static final String COMMON = "__root";

    private final ResourcePatternResolver files;
    private final Login owner;

    MigrateEachModule(ResourcePatternResolver files, Login owner) {
        this.files = files;
        this.owner = owner;
    }

    @Override
    public void migrate(Flyway flyway) {
        var modules = fingerprints();
        var all = modules.toString();
        if (!all.equals(remembered())) {
            migrate(flyway, COMMON);
            modules.keySet().stream()
                    .filter(module -> !module.equals(COMMON))
                    .forEach(module -> migrate(flyway, module));
            remember(all);
        }
    }

    private static void migrate(Flyway flyway, String module) {
        var table = flyway.getConfiguration().getTable();
        try {
            Flyway.configure()
                    .configuration(flyway.getConfiguration())
                    .locations("classpath:" + FOLDER + module)
                    .table(module.equals(COMMON) ? table : table + "_" + module)
                    .baselineOnMigrate(true) // the schema is not empty when the second module comes to it
                    .baselineVersion("0")
                    .ignoreMigrationPatterns(new String[0]) // tables of a newer Hearten must not be worked on
                    .load()
                    .migrate();
        } catch (FlywayValidateException others) {
            throw new CannotStart(
                    "The tables of " + module
                            + " were made by a newer or another Hearten than this one. Start that one,"
                            + " or restore a backup that this one made.",
                    others);
        } catch (FlywayException failed) {
            throw new CannotStart(
                    "The tables of " + module + " could not be brought up to date: " + reason(failed)
                            + ". What was there before is untouched.",
                    failed);
        }
    }

    private static String reason(FlywayException failed) {
        return String.valueOf(failed.getMessage())
                .lines()
                .filter(line -> line.startsWith("Message"))
                .map(line -> line.replaceFirst("^Message\\s*:\\s*", ""))
                .findFirst()
                .orElseGet(() ->
                        String.valueOf(failed.getMessage()).lines().findFirst().orElse("no reason was given"));
    }

    /** From the module's name to a hash over its migrations. */
    private Map<String, String> fingerprints() {
        var hashes = new TreeMap<String, MessageDigest>();
        try {
            for (var file : files.getResources("classpath*:" + FOLDER + "*/*.sql")) {
                var path = file.getURL().getPath();
                var module = path.substring(path.lastIndexOf(FOLDER) + FOLDER.length(), path.lastIndexOf('/'));
                var hash = hashes.computeIfAbsent(module, anyName -> sha256());
                hash.update(path.substring(path.lastIndexOf('/')).getBytes(StandardCharsets.UTF_8));
                hash.update(file.getContentAsByteArray());
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        var fingerprints = new TreeMap<String, String>();
        hashes.forEach((module, hash) -> fingerprints.put(module, HexFormat.of().formatHex(hash.digest())));
        return fingerprints;
    }

    private String remembered() {
        try (var connection = owner.connect();
                var statement = connection.createStatement()) {
            var there = statement.executeQuery("select to_regclass('migrated') is not null");
            there.next();
            if (!there.getBoolean(1)) {
                return "";
            }
            var row = statement.executeQuery("select fingerprint from migrated");
            return row.next() ? row.getString(1) : "";
        } catch (SQLException failed) {
            throw new IllegalStateException("The database could not be asked what was migrated", failed);
        }
    }

    private void remember(String fingerprint) {
        try (var connection = owner.connect();
                var update = connection.prepareStatement("""
                        insert into migrated (only_row, fingerprint)
                        values (true, ?)
                        on conflict (only_row) do update set fingerprint = excluded.fingerprint
                        """)) {
            update.setString(1, fingerprint);
            update.execute();
        } catch (SQLException failed) {
            throw new IllegalStateException("What was migrated could not be remembered", failed);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }
}
