package org.hearten.guard.triage;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.Objects;
import org.hearten.guard.text.Tokens;

/**
 * A wide net under the signs: how much a message reads like those about a life in danger, by its words, pairs of words
 * and parts of words. It says only that a person should look first; the signs say why.
 */
final class LifeNet {
    static final int SLOTS = 1 << 16;
    static final int BIAS = 0;
    static final float STEP = 1 / 32f;
    private static final int SHORTEST_PART = 3;
    private static final int LONGEST_PART = 5;

    private final float[] life;
    private final float[] ownHand;

    LifeNet(float[] life, float[] ownHand) {
        this.life = life;
        this.ownHand = ownHand;
    }

    static LifeNet trained() {
        try (var in = new DataInputStream(Objects.requireNonNull(LifeNet.class.getResourceAsStream("life.net")))) {
            return new LifeNet(weights(in), weights(in));
        } catch (IOException broken) {
            throw new UncheckedIOException("The net of the triage cannot be read", broken);
        }
    }

    private static float[] weights(DataInputStream in) throws IOException {
        var bytes = in.readNBytes(SLOTS);
        var weights = new float[SLOTS];
        for (int i = 0; i < SLOTS; i++) weights[i] = bytes[i] * STEP;
        return weights;
    }

    /** Above zero: more like a life in danger than not. */
    double lifeInDanger(int[] features) {
        return sum(life, features);
    }

    /** Above zero: by the person's own hand rather than by illness or accident. */
    double byOwnHand(int[] features) {
        return sum(ownHand, features);
    }

    static double sum(float[] weights, int[] features) {
        double sum = 0;
        for (int feature : features) sum += weights[feature];
        return weights[BIAS] + sum / Math.sqrt(features.length + 1.0);
    }

    /** The slots of a message's words, pairs and parts of words, each once. */
    static int[] features(Tokens tokens) {
        var slots = new int[64];
        int count = 0;
        String before = "";
        for (int i = 0; i < tokens.count(); i++) {
            if (!tokens.isWord(i)) continue;
            String word = Signs.asHeard(tokens.lower(i)).replaceAll("[0-9]", "9");
            int parts = Math.max(0, word.length() + 2) * 3 + 2;
            if (count + parts > slots.length) slots = Arrays.copyOf(slots, (count + parts) * 2);
            slots[count++] = slot("w " + word);
            if (!before.isEmpty()) slots[count++] = slot("b " + before + ' ' + word);
            String framed = '<' + word + '>';
            for (int length = SHORTEST_PART; length <= LONGEST_PART; length++) {
                for (int from = 0; from + length <= framed.length(); from++) {
                    slots[count++] = slot(framed.substring(from, from + length));
                }
            }
            before = word;
        }
        return Arrays.stream(slots, 0, count).sorted().distinct().toArray();
    }

    private static int slot(String feature) {
        int hash = feature.hashCode() * 0x9E3779B9;
        return 1 + (hash >>> 16) % (SLOTS - 1);
    }
}
