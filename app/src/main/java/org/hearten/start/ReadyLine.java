package org.hearten.start;

import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** The last thing printed: where Hearten is, what to do there, and where it keeps things. */
class ReadyLine implements ApplicationListener<ApplicationReadyEvent> {
    private static final String PORT = "local.server.port"; // the one that was given out, when 0 was asked for

    private final Environment settings;
    private final List<StartNotes> notes;

    ReadyLine(Environment settings, List<StartNotes> notes) {
        this.settings = settings;
        this.notes = notes;
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        if (settings.containsProperty(PORT)) {
            var text = new StringBuilder("\n")
                    .append("Hearten is ready at ")
                    .append(address())
                    .append('\n');
            notes.stream()
                    .flatMap(note -> note.lines().stream())
                    .forEach(line -> text.append("  ").append(line).append('\n'));
            if (!settings.containsProperty("hearten.database.url")) {
                text.append("  Data: ").append(folder("hearten.data")).append('\n');
            }
            text.append("  Keys: ")
                    .append(folder("hearten.keys"))
                    .append(" (keep a copy elsewhere: without them the data cannot be read)\n");
            text.append("  Ctrl-C stops it.\n");
            System.out.println(text);
        }
    }

    private String address() {
        var local = "http://127.0.0.1:" + settings.getRequiredProperty(PORT) + "/";
        return settings.getProperty("hearten.public-url", local);
    }

    private Path folder(String setting) {
        return Path.of(settings.getRequiredProperty(setting)).toAbsolutePath().normalize();
    }
}
