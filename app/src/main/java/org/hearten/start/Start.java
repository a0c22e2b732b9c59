package org.hearten.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import org.springframework.boot.SpringApplication;

/** From the options to a running Hearten, or to one sentence on standard error and exit code 1. */
public final class Start {
    private Start() {}

    public static void run(Class<?> application, String... options) {
        try {
            var chosen = Options.read(options);
            requireFreePort(chosen);
            SpringApplication.run(application, chosen.forSpring());
        } catch (CannotStart failed) {
            OneSentence.say(failed.sentence());
            System.exit(1);
        } catch (RuntimeException reported) { // OneSentence has spoken already
            System.exit(1);
        }
    }

    /** Asked before the database is started, so that the answer comes at once. */
    private static void requireFreePort(Options options) {
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getByName(options.address()), options.port()));
        } catch (IOException taken) {
            throw new CannotStart(
                    "Port " + options.port() + " is in use by another program. Choose another with --port.", taken);
        }
    }
}
