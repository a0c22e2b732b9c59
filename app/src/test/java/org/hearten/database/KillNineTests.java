package org.hearten.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Hearten as a process of its own, killed without a word: what was committed is there afterwards. */
class KillNineTests {
    private static final Pattern ADDRESS = Pattern.compile("Hearten is ready at (http://\\S+/)");
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    @TempDir
    Path folder;

    Process hearten;
    String address = "";

    @BeforeEach
    void start() throws Exception {
        startAgain();
        execute("create table proof as select 'kept' as word");
    }

    @AfterEach
    void stop() throws InterruptedException {
        hearten.destroy();
        hearten.waitFor();
    }

    @Test
    void killed_alone_together_with_its_database_or_the_database_alone_hearten_keeps_every_row() throws Exception {
        var database = databasePid();
        kill(database);
        waitUntil(() -> databasePid() != database && answers("/actuator/health") == 200);
        assertKept();

        var orphan = databasePid();
        kill(hearten.pid());
        waitUntil(() -> ProcessHandle.of(orphan).isEmpty());
        startAgain();
        assertKept();

        kill(databasePid());
        kill(hearten.pid());
        startAgain();
        assertKept();
    }

    private void startAgain() throws Exception {
        if (hearten != null) {
            hearten.waitFor();
        }
        var log = Files.createTempFile(folder, "hearten", ".log");
        var withoutTests = Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
        hearten = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx384m",
                        "-cp",
                        withoutTests,
                        "org.hearten.HeartenApplication",
                        "--port",
                        "0",
                        "--data",
                        folder.resolve("data").toString(),
                        "--empty")
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        waitUntil(() -> {
            var said = ADDRESS.matcher(Files.readString(log));
            assertThat(hearten.isAlive()).as(Files.readString(log)).isTrue();
            if (said.find()) {
                address = said.group(1);
                return true;
            } else {
                return false;
            }
        });
    }

    private int answers(String path) {
        try {
            var connection = (HttpURLConnection)
                    URI.create(address).resolve(path).toURL().openConnection();
            return connection.getResponseCode();
        } catch (IOException notYet) {
            return 0;
        }
    }

    private void assertKept() throws SQLException, IOException {
        try (var connection = owner().connect();
                var rows = connection.createStatement().executeQuery("select word from proof")) {
            assertThat(rows.next()).isTrue();
            assertThat(rows.getString(1)).isEqualTo("kept");
        }
    }

    private void execute(String sql) throws SQLException, IOException {
        try (var connection = owner().connect();
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private Login owner() throws IOException {
        var port = Files.readAllLines(folder.resolve("data/postgres/postmaster.pid"))
                .get(3);
        return new Login(
                "jdbc:postgresql://127.0.0.1:" + port + "/" + EmbeddedPostgres.DATABASE,
                EmbeddedPostgres.OWNER,
                new Passwords(folder.resolve("data-keys")).of(EmbeddedPostgres.OWNER));
    }

    private long databasePid() throws IOException {
        return new PidFile(folder.resolve("data/postgres")).pid().orElse(-1);
    }

    private static void kill(long pid) throws IOException, InterruptedException {
        Signals.send("KILL", pid);
    }

    private static void waitUntil(Callable<Boolean> seen) {
        Awaitility.await().atMost(PATIENCE).until(seen);
    }
}
