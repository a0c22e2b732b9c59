package org.hearten.database;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.hearten.start.CannotStart;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A server that outlived the Hearten that started it, if there is one. */
record Orphan(Path cluster, Optional<ProcessHandle> process) {
    private static final Logger log = LoggerFactory.getLogger(Orphan.class);

    static Orphan of(Path cluster) throws IOException {
        var pidFile = new PidFile(cluster);
        var pid = pidFile.pid();
        var process = pid.isPresent() ? ProcessHandle.of(pid.getAsLong()) : Optional.<ProcessHandle>empty();
        if (process.isPresent() && !isServerOf(cluster, process.get())) {
            pidFile.nameNobody(); // the number was given to another program since, and the server would refuse to start
            process = Optional.empty();
        }
        return new Orphan(cluster, process);
    }

    /** @throws CannotStart if it does not end, since two servers must never write to one folder */
    void stop(Duration limit) throws IOException {
        if (process.isPresent()) {
            var handle = process.get();
            log.warn("A database server left over from an earlier run is stopped first");
            try {
                Signals.send("INT", handle.pid());
                if (!ended(handle, limit)) {
                    Signals.send("QUIT", handle.pid());
                    if (!ended(handle, limit)) {
                        throw new CannotStart("A database server left over from an earlier run, process " + handle.pid()
                                + ", does not stop. Stop it by hand, then start again.");
                    }
                }
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new CannotStart("The start was interrupted.", interrupted);
            }
        }
    }

    private static boolean ended(ProcessHandle handle, Duration limit) throws InterruptedException {
        try {
            handle.onExit().get(limit.toSeconds(), TimeUnit.SECONDS);
            return true;
        } catch (TimeoutException | ExecutionException stillThere) {
            return false;
        }
    }

    private static boolean isServerOf(Path cluster, ProcessHandle process) {
        try {
            var command =
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), "cmdline"), StandardCharsets.UTF_8);
            return Arrays.asList(command.split("\0")).contains(cluster.toString());
        } catch (IOException goneOrNotOurs) {
            return false;
        }
    }
}
