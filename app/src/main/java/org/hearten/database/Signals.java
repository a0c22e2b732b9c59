package org.hearten.database;

import java.io.IOException;

/** Java itself can only send TERM and KILL. */
final class Signals {
    private Signals() {}

    static void send(String signal, long pid) throws IOException, InterruptedException {
        new ProcessBuilder("sh", "-c", "kill -" + signal + " " + pid + " 2>/dev/null")
                .start()
                .waitFor();
    }
}
