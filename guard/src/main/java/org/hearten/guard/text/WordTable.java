package org.hearten.guard.text;

/** What is known of some words, as bits, looked up by {@link Tokens#hash} without making a string. */
public final class WordTable {
    private int[] hashes = new int[256];
    private long[] bits = new long[256];
    private int count;

    /** @param lower folded and in lower case */
    public void add(String lower, long more) {
        if (count * 3 > hashes.length) grow();
        int at = cell(lower.hashCode());
        if (hashes[at] == 0) count++;
        hashes[at] = lower.hashCode();
        bits[at] |= more;
    }

    public long of(int hash) {
        return bits[cell(hash)];
    }

    private int cell(int hash) {
        int mask = hashes.length - 1;
        int at = (hash * 0x9E3779B9 >>> 8) & mask;
        while (hashes[at] != 0 && hashes[at] != hash) at = (at + 1) & mask;
        return at;
    }

    private void grow() {
        int[] oldHashes = hashes;
        long[] oldBits = bits;
        hashes = new int[oldHashes.length * 2];
        bits = new long[hashes.length];
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int at = cell(oldHashes[i]);
                hashes[at] = oldHashes[i];
                bits[at] = oldBits[i];
            }
        }
    }
}
