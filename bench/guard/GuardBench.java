package org.hearten.guard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.hearten.guard.Context;
import org.hearten.guard.Guard;
import org.hearten.guard.Jurisdiction;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** Identifiers, rules, reply guard and readability together, on texts of 500 characters, one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SampleTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Warmup(iterations = 4, time = 3)
@Measurement(iterations = 4, time = 3)
@Fork(value = 1, jvmArgs = {"-Xmx96m", "-XX:+UseSerialGC"})
public class GuardBench {
    private final Guard guard = Guard.withPacks();
    private final Context reply = Context.of(Jurisdiction.IN, "reply", LocalDate.of(2026, 11, 24));
    private List<String> texts = List.of();
    private int next;

    @Setup
    public void read() throws IOException {
        texts = Files.readAllLines(Path.of(System.getProperty("texts", "texts.txt")));
    }

    @Benchmark
    public int fourChecks() {
        String text = texts.get(next++ % texts.size());
        var all = guard.checkEverything("My MRI was late and nobody told me why.", text, "en", reply);
        return all.reply().findings().size() + all.readability().words();
    }
}
