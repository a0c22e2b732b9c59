package org.hearten.start;

import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;

/**
 * Starts, asks itself for the first pages a person sees, and stops, while the JDK notes what it loaded. {@code ./run}
 * does this once after a build, so that later starts are quick.
 */
class Rehearsal implements ApplicationListener<ApplicationReadyEvent> {
    private static final List<String> FIRST_PAGES = List.of("/", "/sign-in", "/actuator/health", "/");
    private static final int TIME_LIMIT = 10_000; // milliseconds
    private static final Logger log = LoggerFactory.getLogger(Rehearsal.class);

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        var context = ready.getApplicationContext();
        var port = context.getEnvironment().getRequiredProperty("local.server.port");
        FIRST_PAGES.forEach(page -> ask(port, page));
        Thread.ofPlatform().start(() -> System.exit(SpringApplication.exit(context)));
    }

    private static void ask(String port, String page) {
        try {
            var connection = (HttpURLConnection)
                    URI.create("http://127.0.0.1:" + port + page).toURL().openConnection();
            connection.setConnectTimeout(TIME_LIMIT);
            connection.setReadTimeout(TIME_LIMIT);
            log.info("Rehearsed {}: {}", page, connection.getResponseCode());
            connection.disconnect();
        } catch (IOException refused) {
            log.info("Could not rehearse {}", page, refused);
        }
    }
}
