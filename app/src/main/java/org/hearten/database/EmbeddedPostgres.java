package org.hearten.database;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.hearten.start.CannotStart;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A PostgreSQL server that lives and ends with this process and keeps its rows in the data folder.
 *
 * <p>A kill -9 of this process, of the server or of both loses nothing that was committed: the server writes through to
 * the disk, is told by the kernel when we are gone, and is started again when it alone is gone.
 */
final class EmbeddedPostgres implements AutoCloseable {
    static final String VERSION = "18.6.0"; // keep in step with the binaries in app/pom.xml
    static final String MAJOR = "18";
    static final String SUPERUSER = "postgres";
    /** With PostgreSQL's own 128 MB, a busy hour makes every backend write pages to disk for itself. */
    private static final String SHARED_BUFFERS = "256MB";

    static final String OWNER = "hearten_owner";
    static final String POOL = "hearten_app";
    static final String DATABASE = "hearten";

    private static final Duration READY_LIMIT = Duration.ofMinutes(2); // a crash recovery replays the log first
    private static final Duration STOP_LIMIT = Duration.ofSeconds(20);
    private static final Duration PAUSE_BEFORE_RESTART = Duration.ofMillis(300);
    private static final long LOG_LIMIT = 10L * 1024 * 1024; // bytes, then the log starts afresh, one old kept
    private static final Logger log = LoggerFactory.getLogger(EmbeddedPostgres.class);

    private final DataFolder folder;
    private final Passwords passwords;
    private final Programs programs;
    private final boolean fsync;
    private final int port = freePort();
    private final CompletableFuture<@Nullable Void> ready = new CompletableFuture<>();
    private volatile @Nullable Process server;
    private volatile boolean stopping;

    private EmbeddedPostgres(DataFolder folder, Passwords passwords, Programs programs, boolean fsync) {
        this.folder = folder;
        this.passwords = passwords;
        this.programs = programs;
        this.fsync = fsync;
    }

    /** @throws CannotStart with a sentence for the person at the terminal */
    static EmbeddedPostgres start(Path data, Path keys, boolean fsync) {
        var folder = DataFolder.hold(data);
        try {
            var programs = new Programs(Binaries.unpackedIn(folder.path));
            var passwords = new Passwords(keys);
            if (folder.hasCluster()) {
                folder.requireMajor(MAJOR);
            } else {
                new NewCluster(folder, passwords, programs).create();
            }
            var postgres = new EmbeddedPostgres(folder, passwords, programs, fsync);
            postgres.start();
            return postgres;
        } catch (IOException | RuntimeException failed) {
            closeQuietly(folder);
            throw failed instanceof CannotStart sentence
                    ? sentence
                    : new CannotStart(
                            "The embedded database could not be prepared in " + folder.path + ": " + failed, failed);
        }
    }

    Logins logins() {
        return new Logins(login(POOL, DATABASE), login(OWNER, DATABASE));
    }

    Login login(String role, String database) {
        return new Login("jdbc:postgresql://127.0.0.1:" + port + "/" + database, role, passwords.of(role));
    }

    long pid() {
        var running = server;
        return running == null ? -1 : running.pid();
    }

    private void start() throws IOException {
        logins(); // missing passwords are said before anything runs
        Orphan.of(folder.cluster()).stop(STOP_LIMIT);
        // The kernel's death signal follows the thread that started the server, so this thread lives as long as we do.
        Thread.ofPlatform().daemon().name("postgres-keeper").start(this::keepRunning);
        try {
            ready.get(READY_LIMIT.toSeconds(), TimeUnit.SECONDS);
        } catch (Exception failed) {
            close();
            throw new CannotStart("The embedded database did not become ready; " + logFile() + " says why.", failed);
        }
    }

    private void keepRunning() {
        var deadline = System.nanoTime() + READY_LIMIT.toNanos();
        while (!stopping) {
            try {
                var process = launch();
                server = process;
                if (stopping) {
                    stop(process);
                } else if (becameReady(process)) {
                    ready.complete(null);
                }
                process.waitFor();
                if (!stopping) {
                    log.warn("The embedded database stopped unexpectedly and is started again");
                    Thread.sleep(PAUSE_BEFORE_RESTART);
                }
                if (!ready.isDone() && System.nanoTime() > deadline) {
                    return;
                }
            } catch (IOException | InterruptedException failed) {
                ready.completeExceptionally(failed);
                log.error("The embedded database cannot be started", failed);
                return;
            }
        }
    }

    private Process launch() throws IOException {
        rotateLog();
        // No statement and no value may reach the log: they hold what patients wrote.
        return programs.run(
                        "postgres",
                        List.of("setpriv", "--pdeathsig", "INT"),
                        List.of(
                                "-D", folder.cluster().toString(),
                                "-c", "port=" + port,
                                "-c", "listen_addresses=127.0.0.1",
                                "-c", "unix_socket_directories=",
                                "-c", "shared_buffers=" + SHARED_BUFFERS,
                                "-c", "timezone=UTC",
                                "-c", "log_timezone=UTC",
                                "-c", "fsync=" + (fsync ? "on" : "off"),
                                "-c", "full_page_writes=" + (fsync ? "on" : "off"),
                                "-c", "synchronous_commit=" + (fsync ? "on" : "off"),
                                "-c", "log_min_error_statement=panic",
                                "-c", "log_error_verbosity=terse",
                                "-c", "log_parameter_max_length_on_error=0"))
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(logFile().toFile()))
                .start();
    }

    private boolean becameReady(Process process) throws IOException, InterruptedException {
        var pidFile = new PidFile(folder.cluster());
        while (process.isAlive() && !pidFile.saysReady(process.pid())) {
            Thread.sleep(5);
        }
        return process.isAlive();
    }

    @Override
    public void close() {
        stopping = true;
        var running = server;
        if (running != null) {
            stop(running);
        }
        closeQuietly(folder);
    }

    /** For tests: leaves the server running as a killed Hearten would, if the kernel's signal were lost. */
    void abandon() {
        stopping = true;
        closeQuietly(folder);
    }

    /** INT ends the sessions and writes everything down; TERM would wait for the clients to leave. */
    private static void stop(Process process) {
        try {
            Signals.send("INT", process.pid());
            if (!process.waitFor(STOP_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                Signals.send("QUIT", process.pid());
            }
        } catch (IOException failed) {
            log.error("The embedded database could not be told to stop", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private Path logFile() {
        return folder.path.resolve("postgres.log");
    }

    private void rotateLog() throws IOException {
        if (Files.exists(logFile()) && Files.size(logFile()) > LOG_LIMIT) {
            Files.move(logFile(), folder.path.resolve("postgres.log.1"), StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException failed) {
            throw new CannotStart("No port is free on 127.0.0.1 for the embedded database.", failed);
        }
    }

    private static void closeQuietly(DataFolder folder) {
        try {
            folder.close();
        } catch (IOException ignored) {
            log.debug("The lock file was already closed", ignored);
        }
    }
}
