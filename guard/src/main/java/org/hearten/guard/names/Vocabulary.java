package org.hearten.guard.names;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;

/**
 * What is known of single words before any sentence is read: on which lists they stand, and which words are used alike.
 *
 * <p>A table of hashes: small, quick to load, and a stranger is taken for a known word once in ten thousand at most.
 */
final class Vocabulary {
    static final int FIRST = 1;
    static final int LAST = 2;
    static final int PLACE = 4;
    static final int ENGLISH = 8;
    static final int LISTS = 15;
    static final int GROUPS = 512; // of words used alike; group 0 is for words never met
    private static final int BITS = 19;
    private static final int MASK = (1 << BITS) - 1;

    private final int[] table; // the upper half tells the word, the lower half what is known of it
    private final byte[] families; // groups of groups

    private Vocabulary(int[] table, byte[] families) {
        this.table = table;
        this.families = families;
    }

    static Vocabulary empty() {
        return new Vocabulary(new int[MASK + 1], new byte[GROUPS]);
    }

    static Vocabulary builtIn() {
        try (var in = Vocabulary.class.getResourceAsStream("vocabulary.bin")) {
            return read(Objects.requireNonNull(in));
        } catch (IOException broken) {
            throw new UncheckedIOException("The vocabulary of names cannot be read", broken);
        }
    }

    /** How much the company a word keeps makes it look like a name: 0 unknown, 1 to 5 ever more a person's, 6 and 7 a place's. */
    static int leaning(int known) {
        return known >>> 13;
    }

    /** What is known of a word, by the {@link String#hashCode} of its lower-case letters; 0 for nothing. */
    int of(int hash) {
        int mixed = mix(hash);
        int at = mixed & MASK;
        int check = check(mixed);
        while (table[at] != 0) {
            if (table[at] >>> 16 == check) return table[at] & 0xFFFF;
            at = (at + 1) & MASK;
        }
        return 0;
    }

    static int group(int known) {
        return known >>> 4 & (GROUPS - 1);
    }

    int family(int known) {
        return families[group(known)];
    }

    void add(String word, int known) {
        int mixed = mix(word.hashCode());
        int at = mixed & MASK;
        int check = check(mixed);
        while (table[at] != 0 && table[at] >>> 16 != check) at = (at + 1) & MASK;
        table[at] = check << 16 | table[at] & 0xFFFF | known;
    }

    void setFamily(int group, int family) {
        families[group] = (byte) family;
    }

    void write(OutputStream out) throws IOException {
        var data = new DataOutputStream(out);
        data.write(families);
        for (int cell : table) data.writeInt(cell);
        data.flush();
    }

    private static Vocabulary read(InputStream in) throws IOException {
        var data = new DataInputStream(in);
        var families = new byte[GROUPS];
        data.readFully(families);
        var bytes = new byte[(MASK + 1) * Integer.BYTES];
        data.readFully(bytes);
        var table = new int[MASK + 1];
        java.nio.ByteBuffer.wrap(bytes).asIntBuffer().get(table);
        return new Vocabulary(table, families);
    }

    private static int check(int mixed) {
        int check = mixed >>> 16 ^ mixed << 2 & 0xFFFF;
        return check == 0 ? 1 : check;
    }

    private static int mix(int hash) {
        int mixed = hash * 0x9E3779B9;
        mixed ^= mixed >>> 15;
        mixed *= 0x85EBCA6B;
        return mixed ^ mixed >>> 13;
    }
}
