package org.hearten.guard.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import org.hearten.guard.Context;
import org.hearten.guard.Guard;
import org.hearten.guard.Jurisdiction;

/** What is left on the heap after very many texts. */
public final class Heap {
    private Heap() {}

    public static void main(String[] arguments) throws IOException {
        var texts = Files.readAllLines(Path.of(arguments[0]));
        int count = Integer.parseInt(arguments[1]);
        var guard = Guard.withPacks();
        var reply = Context.of(Jurisdiction.IN, "reply", LocalDate.of(2026, 11, 24));
        long findings = 0;
        for (int i = 0; i < count; i++) {
            String text = texts.get(i % texts.size()) + ' ' + i; // no two alike
            findings += guard.checkReply("", text, reply).findings().size();
            findings += guard.readability(text, "en").words();
        }
        System.gc();
        var runtime = Runtime.getRuntime();
        long held = (runtime.totalMemory() - runtime.freeMemory()) >> 20;
        System.out.printf("heap held after %d texts: %d MB (goal 96); %d things found%n", count, held, findings);
        if (guard.packs().isEmpty()) throw new IllegalStateException("The guard was let go of before the heap was measured");
    }
}
