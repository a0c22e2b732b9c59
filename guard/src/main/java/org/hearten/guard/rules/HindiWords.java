package org.hearten.guard.rules;

import java.util.HashMap;
import java.util.Map;
import org.hearten.guard.Words;

/** What the built-in rules say in Hindi: lines of {@code id | why | suggestion}. */
final class HindiWords {
    private HindiWords() {}

    static Map<String, Words[]> read(String lines) {
        var words = new HashMap<String, Words[]>();
        lines.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).forEach(line -> {
            String[] parts = line.split("\\|", -1);
            words.put(parts[0].strip(), new Words[] {new Words("", parts[1].strip()), new Words("", parts[2].strip())});
        });
        return words;
    }
}
