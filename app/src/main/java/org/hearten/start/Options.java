package org.hearten.start;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line, turned into settings. What cannot be meant is a {@link CannotStart}. */
final class Options {
    private static final int DEFAULT_PORT = 8080;
    private static final String LOOPBACK = "127.0.0.1";
    private static final String EVERYWHERE = "0.0.0.0";
    private static final List<String> TAKE_A_VALUE = List.of(
            "--port",
            "--data",
            "--keys",
            "--database-url",
            "--migrate-url",
            "--public-url",
            "--tls-cert",
            "--tls-key",
            "--trusted-proxies");

    private final Map<String, String> given = new LinkedHashMap<>();
    private final List<String> settings = new ArrayList<>();

    private Options() {}

    static Options read(String... arguments) {
        var options = new Options();
        for (var at = 0; at < arguments.length; at++) {
            var argument = arguments[at];
            var equals = argument.indexOf('=');
            var name = equals > 0 ? argument.substring(0, equals) : argument;
            if (name.equals("--empty")) {
                options.given.put(name, "true");
            } else if (TAKE_A_VALUE.contains(name)) {
                var value = equals > 0 ? argument.substring(equals + 1) : ++at < arguments.length ? arguments[at] : "";
                if (value.isBlank() || (equals < 0 && value.startsWith("--"))) {
                    throw new CannotStart("The option " + name + " needs a value after it. ./run --help shows how.");
                }
                options.given.put(name, value);
            } else if (name.startsWith("--") && name.contains(".") && equals > 0) {
                options.settings.add(
                        argument); // any setting by its full name, such as --logging.structured.format.console=ecs
            } else {
                throw new CannotStart(
                        "Hearten does not know the option " + name + ". ./run --help lists those it knows.");
            }
        }
        options.requireSense();
        return options;
    }

    int port() {
        var port = given.get("--port");
        return port == null ? DEFAULT_PORT : Integer.parseInt(port);
    }

    /** Only this machine, unless what travels is protected. */
    String address() {
        return given.containsKey("--public-url") ? EVERYWHERE : LOOPBACK;
    }

    String[] forSpring() {
        var all = new ArrayList<String>();
        all.add("--server.port=" + port());
        all.add("--server.address=" + address());
        put(all, "hearten.data", folder("--data"));
        put(all, "hearten.keys", folder("--keys"));
        all.add("--hearten.demo=" + !given.containsKey("--empty"));
        put(all, "hearten.database.url", given.get("--database-url"));
        put(all, "hearten.migrate.url", given.get("--migrate-url"));
        put(all, "hearten.public-url", given.get("--public-url"));
        if (given.containsKey("--tls-cert")) {
            put(all, "server.ssl.certificate", "file:" + folder("--tls-cert"));
            put(all, "server.ssl.certificate-private-key", "file:" + folder("--tls-key"));
        }
        if (given.containsKey("--trusted-proxies")) {
            put(all, "server.forward-headers-strategy", "native");
            put(all, "server.tomcat.remoteip.internal-proxies", given.get("--trusted-proxies"));
        }
        all.addAll(settings);
        return all.toArray(String[]::new);
    }

    private void requireSense() {
        var port = given.get("--port");
        if (port != null && !(port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65535)) {
            throw new CannotStart("The port is a number from 1 to 65535, and " + port + " is none.");
        }
        if (given.containsKey("--tls-cert") != given.containsKey("--tls-key")) {
            throw new CannotStart("A certificate and its key go together: name both --tls-cert and --tls-key.");
        }
        requireReadable("--tls-cert");
        requireReadable("--tls-key");
        if (given.containsKey("--database-url") != given.containsKey("--migrate-url")) {
            throw new CannotStart(
                    "A database of your own takes two addresses: --database-url for the role that works with"
                            + " the rows, and --migrate-url for the role that owns the tables.");
        }
        requireProtection();
    }

    private void requireProtection() {
        var url = given.get("--public-url");
        var hasTls = given.containsKey("--tls-cert");
        var hasProxies = given.containsKey("--trusted-proxies");
        if (url == null) {
            if (hasTls || hasProxies) {
                throw new CannotStart("Say under which address people reach Hearten: --public-url https://…");
            }
            return;
        }
        if (!isHttps(url)) {
            throw new CannotStart("The public address is an https address such as https://care.example.org, and " + url
                    + " is none.");
        }
        if (!hasTls && !hasProxies) {
            throw new CannotStart(
                    "Hearten is not put on the network unprotected. Beside --public-url, name a certificate with"
                            + " --tls-cert and --tls-key, or the proxy that holds one with --trusted-proxies.");
        }
        if (!given.containsKey("--empty")) {
            throw new CannotStart("The demo's passwords are known to everyone, so it is shown on this machine only. Add"
                    + " --empty to start without it, or leave out --public-url.");
        }
    }

    private void requireReadable(String option) {
        var file = folder(option);
        if (file != null && !Files.isReadable(Path.of(file))) {
            throw new CannotStart("The file " + file + " named with " + option + " cannot be read.");
        }
    }

    private static boolean isHttps(String url) {
        try {
            var address = URI.create(url);
            return "https".equals(address.getScheme()) && address.getHost() != null;
        } catch (IllegalArgumentException notAnAddress) {
            return false;
        }
    }

    private @Nullable String folder(String option) {
        var path = given.get(option);
        return path == null ? null : Path.of(path).toAbsolutePath().normalize().toString();
    }

    private static void put(List<String> all, String setting, @Nullable String value) {
        if (value != null) {
            all.add("--" + setting + "=" + value);
        }
    }
}
