package org.hearten.database;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hearten.start.CannotStart;

/** Runs PostgreSQL's programs as somebody who is not root, which they insist on. */
final class Programs {
    private final Path home;
    private final boolean root;

    Programs(Path home) throws IOException {
        this.home = home;
        this.root = Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        require("setpriv");
        if (root) {
            require("unshare");
        }
    }

    /** @param before commands that lead to the program; they stand inside the new user namespace */
    ProcessBuilder run(String program, List<String> before, List<String> arguments) {
        var command = new ArrayList<String>();
        if (root) {
            command.addAll(List.of("unshare", "--user"));
        }
        command.addAll(before);
        command.add(home.resolve("bin").resolve(program).toString());
        command.addAll(arguments);
        return new ProcessBuilder(command);
    }

    private static void require(String program) {
        var path = System.getenv().getOrDefault("PATH", "/usr/bin:/bin");
        if (Arrays.stream(path.split(File.pathSeparator))
                .noneMatch(folder -> Files.isExecutable(Path.of(folder, program)))) {
            throw new CannotStart("The program " + program + " is missing, and the embedded database needs it. It comes"
                    + " with the package util-linux.");
        }
    }
}
