package org.hearten.publishing;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.hearten.database.DurableDatabase;

/** The real Hearten as a process of its own, on a database that the test looks into. */
final class HeartenProcess {
    /** As {@code ./run} starts it, from a cache of what it loads. */
    private static final List<String> JAVA_OPTIONS = List.of(System.getProperty(
                    "bench.java", "-Xmx300m --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow")
            .split(" "));

    private HeartenProcess() {}

    /** @param java options of the virtual machine, beside those that {@code ./run} gives */
    static Process start(DurableDatabase database, File log, List<String> java, List<String> options)
            throws IOException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(JAVA_OPTIONS);
        command.addAll(java);
        command.addAll(program());
        command.addAll(List.of("--empty", "--keys", database.keys().toString()));
        command.addAll(List.of("--database-url", database.poolAddress(), "--migrate-url", database.ownerAddress()));
        command.addAll(options);
        return new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                .start();
    }

    private static List<String> program() {
        var jar = System.getProperty("bench.jar", "");
        return jar.isEmpty() ? List.of("-cp", withoutTests(), "org.hearten.HeartenApplication") : List.of("-jar", jar);
    }

    private static String withoutTests() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(each -> !each.endsWith("test-classes"))
                .collect(Collectors.joining(File.pathSeparator));
    }
}
