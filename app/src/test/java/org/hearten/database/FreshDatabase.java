package org.hearten.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * Gives each Spring context of a test run its own empty database on one server, so contexts never take each other's
 * tasks. The server ends with the test JVM; only here it does not wait for the disk.
 */
public class FreshDatabase implements ApplicationContextInitializer<ConfigurableApplicationContext> {
    private static final AtomicInteger databases = new AtomicInteger();

    @Override
    public void initialize(ConfigurableApplicationContext context) {
        var environment = context.getEnvironment();
        if (!environment.containsProperty("hearten.database.url")) {
            var logins = create();
            environment
                    .getPropertySources()
                    .addFirst(new MapPropertySource(
                            "fresh database",
                            Map.of(
                                    "hearten.database.url", address(logins.pool()),
                                    "hearten.migrate.url", address(logins.owner()),
                                    "hearten.heads",
                                            SharedServer.FOLDER
                                                    .resolve("heads-" + databases.get())
                                                    .toAbsolutePath()
                                                    .toString(),
                                    "hearten.keys", SharedServer.KEYS.toString())));
        }
    }

    /** A new empty database, for tests that need no Spring. */
    static Logins create() {
        var server = SharedServer.POSTGRES;
        var name = "test_" + ProcessHandle.current().pid() + "_" + databases.incrementAndGet();
        try (var connection =
                        server.login(EmbeddedPostgres.SUPERUSER, "postgres").connect();
                var statement = connection.createStatement()) {
            statement.execute("create database " + name + " owner " + EmbeddedPostgres.OWNER);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
        return new Logins(server.login(EmbeddedPostgres.POOL, name), server.login(EmbeddedPostgres.OWNER, name));
    }

    private static String address(Login login) {
        return login.url() + "?user=" + login.role() + "&password=" + login.password();
    }

    /** Started by the first test that asks, in a folder of this JVM's own, so two runs do not lock each other out. */
    private static final class SharedServer {
        static final Path FOLDER = Path.of(
                "target", "test-data", Long.toString(ProcessHandle.current().pid()));
        static final Path KEYS = FOLDER.resolve("keys").toAbsolutePath();
        static final EmbeddedPostgres POSTGRES = start();

        private static EmbeddedPostgres start() {
            var server = UnpackedOnce.start(FOLDER.resolve("data"), KEYS, false);
            // After the contexts: a pool whose server is gone would wait for it.
            SpringApplication.getShutdownHandlers().add(() -> {
                server.close();
                remove(FOLDER);
            });
            return server;
        }

        private static void remove(Path folder) {
            try {
                Binaries.remove(folder);
            } catch (IOException leftBehind) {
                throw new UncheckedIOException(leftBehind);
            }
        }
    }
}
