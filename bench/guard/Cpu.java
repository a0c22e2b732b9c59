package org.hearten.guard.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import org.hearten.guard.Context;
import org.hearten.guard.Guard;
import org.hearten.guard.Jurisdiction;

/** How long one thread computes for the four checks, however many others want the same core. */
public final class Cpu {
    private Cpu() {}

    public static void main(String[] arguments) throws IOException {
        var texts = Files.readAllLines(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        var guard = Guard.withPacks();
        var reply = Context.of(Jurisdiction.IN, "reply", LocalDate.of(2026, 11, 24));
        var clock = ManagementFactory.getThreadMXBean();
        var computed = new long[count];
        var passed = new long[count];
        long sink = 0;
        for (int i = -count; i < count; i++) { // the first half warms up
            String text = texts.get(Math.floorMod(i, texts.size()));
            long began = System.nanoTime();
            long before = clock.getCurrentThreadCpuTime();
            var all = guard.checkEverything("My MRI was late and nobody told me why.", text, "en", reply);
            long after = clock.getCurrentThreadCpuTime();
            if (i >= 0) {
                computed[i] = after - before;
                passed[i] = System.nanoTime() - began;
            }
            sink += all.reply().findings().size() + all.readability().words();
        }
        System.out.printf(
                "four checks, computing: p50 %.0f µs, p99 %.0f µs; on the clock: p50 %.0f µs, p99 %.0f µs (%d)%n",
                at(computed, 0.5), at(computed, 0.99), at(passed, 0.5), at(passed, 0.99), sink);
    }

    private static double at(long[] times, double share) {
        Arrays.sort(times);
        return times[(int) (times.length * share)] / 1000.0;
    }
}
