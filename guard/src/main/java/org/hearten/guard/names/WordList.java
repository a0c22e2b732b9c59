package org.hearten.guard.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.hearten.guard.text.FoldedText;

/** A set of folded lower-case words kept as hashes: small, and a stranger is let in once in ten thousand at most. */
final class WordList {
    private final int[] table;
    private final int mask;

    private WordList(int size) {
        int capacity = Integer.highestOneBit(Math.max(16, size * 3)) * 2;
        table = new int[capacity];
        mask = capacity - 1;
    }

    static WordList read(String name) {
        try (var in = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(WordList.class.getResourceAsStream(name)), StandardCharsets.UTF_8))) {
            var lines = in.lines().toList();
            var list = new WordList(lines.size());
            for (var line : lines)
                list.add(isPlain(line) ? line : FoldedText.of(line).lower());
            return list;
        } catch (IOException broken) {
            throw new UncheckedIOException("The list " + name + " cannot be read", broken);
        }
    }

    private static boolean isPlain(String line) {
        for (int i = 0; i < line.length(); i++) if (line.charAt(i) >= 0x80) return false;
        return true;
    }

    boolean has(String lower) {
        int hash = hash(lower);
        int at = hash & mask;
        while (table[at] != 0) {
            if (table[at] == hash) return true;
            at = (at + 1) & mask;
        }
        return false;
    }

    private void add(String lower) {
        int hash = hash(lower);
        int at = hash & mask;
        while (table[at] != 0 && table[at] != hash) at = (at + 1) & mask;
        table[at] = hash;
    }

    private static int hash(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        hash ^= hash >>> 15;
        return hash == 0 ? 1 : hash;
    }
}
