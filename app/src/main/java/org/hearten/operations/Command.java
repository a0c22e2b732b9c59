package org.hearten.operations;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A command as it was typed: {@code verify}, {@code backup FILE}, {@code restore FILE} or {@code doctor}, and options. */
record Command(String name, @Nullable Path file, Map<String, String> options) {
    private static final List<String> WITH_A_FILE = List.of("backup", "restore");
    private static final List<String> WITHOUT = List.of("verify", "doctor");
    private static final Map<String, String> OPTIONS = Map.of(
            "--data", "hearten.data",
            "--keys", "hearten.keys",
            "--heads", "hearten.heads",
            "--database-url", "hearten.database.url",
            "--migrate-url", "hearten.migrate.url");
    /** Addresses hold passwords, which need not stand in the list of processes. */
    private static final Map<String, String> BY_ENVIRONMENT = Map.of(
            "HEARTEN_DATABASE_URL", "hearten.database.url",
            "HEARTEN_MIGRATE_URL", "hearten.migrate.url");

    static Command read(String... words) {
        if (words.length == 0 || !WITH_A_FILE.contains(words[0]) && !WITHOUT.contains(words[0])) {
            throw new CannotDo("Say what to do: verify, backup FILE, restore FILE or doctor.");
        }
        Path file = null;
        var options = new LinkedHashMap<String, String>();
        for (int at = 1; at < words.length; at++) {
            var equals = words[at].indexOf('=');
            var name = words[at].startsWith("--") && equals > 0 ? words[at].substring(0, equals) : words[at];
            if (OPTIONS.containsKey(name)) {
                var value = equals > 0 ? words[at].substring(equals + 1) : ++at < words.length ? words[at] : "";
                options.put(OPTIONS.get(name), folderOrAddress(name, value));
            } else if (name.startsWith("--") && name.contains(".") && equals > 0) {
                options.put(name.substring(2), words[at].substring(equals + 1));
            } else if (!name.startsWith("--") && file == null && WITH_A_FILE.contains(words[0])) {
                file = Path.of(name).toAbsolutePath().normalize();
            } else {
                throw new CannotDo("bin/hearten " + words[0] + " does not know " + words[at] + ".");
            }
        }
        BY_ENVIRONMENT.forEach((variable, setting) -> {
            var value = System.getenv(variable);
            if (value != null && !value.isBlank()) {
                options.putIfAbsent(setting, value);
            }
        });
        if (WITH_A_FILE.contains(words[0]) && file == null) {
            throw new CannotDo("Name the file: bin/hearten " + words[0] + " FILE.");
        }
        return new Command(words[0], file, options);
    }

    private static String folderOrAddress(String name, String value) {
        if (value.isBlank()) {
            throw new CannotDo("The option " + name + " needs a value after it.");
        }
        return name.endsWith("-url")
                ? value
                : Path.of(value).toAbsolutePath().normalize().toString();
    }

    Path data() {
        return Path.of(options.getOrDefault("hearten.data", "data"))
                .toAbsolutePath()
                .normalize();
    }

    Path keys() {
        var named = options.get("hearten.keys");
        return named != null ? Path.of(named) : data().resolveSibling(data().getFileName() + "-keys");
    }

    boolean ownDatabase() {
        return options.containsKey("hearten.database.url");
    }

    boolean hasEmbeddedDatabase() {
        return Files.exists(data().resolve("postgres"));
    }

    Path requireFile() {
        if (file == null) {
            throw new CannotDo("Name the file.");
        }
        return file;
    }
}
