package org.hearten.guard.triage;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hearten.guard.names.GoldPosts;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;

/**
 * Learns the net from the messages beside it and, for calm ones, from everyday tweets; always the same from the same
 * data.
 */
public final class LifeNetTrainer {
    private static final long SEED = 11;
    private static final int ROUNDS = 12;
    private static final int CALM_POSTS = 1000;
    private static final double RATE = 0.5;
    private static final double SHRINK = 1e-4;
    private static final double A_LIFE_WEIGHS = 3;

    private LifeNetTrainer() {}

    private record Example(int[] features, boolean is) {}

    /** Arguments: the file of messages, the folder with btc_train.jsonl, and the file to write. */
    public static void main(String[] arguments) throws IOException {
        var life = new ArrayList<Example>();
        var ownHand = new ArrayList<Example>();
        for (var line : Files.readAllLines(Path.of(arguments[0]))) {
            if (line.isBlank() || line.startsWith("#")) continue;
            String[] parts = line.split(" \\| ", 4);
            var features = features(parts[3]);
            boolean harm = parts[1].equals("SELF_HARM");
            boolean danger = harm || parts[1].equals("EMERGENCY");
            life.add(new Example(features, danger));
            if (danger) ownHand.add(new Example(features, harm));
        }
        for (var post : GoldPosts.read(Path.of(arguments[1], "btc_train.jsonl")).subList(0, CALM_POSTS)) {
            life.add(new Example(features(post.text()), false));
        }
        try (var out = Files.newOutputStream(Path.of(arguments[2]))) {
            out.write(small(learn(life)));
            out.write(small(learn(ownHand)));
        }
    }

    private static int[] features(String text) {
        return LifeNet.features(Tokens.of(FoldedText.of(text)));
    }

    // Logistic regression, each weight with its own pace.
    private static float[] learn(List<Example> examples) {
        var weights = new float[LifeNet.SLOTS];
        var moved = new double[LifeNet.SLOTS];
        Arrays.fill(moved, 1e-6);
        var order = new ArrayList<>(examples);
        var random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            for (var example : order) {
                double said = 1 / (1 + Math.exp(-LifeNet.sum(weights, example.features)));
                double off = example.is ? (said - 1) * A_LIFE_WEIGHS : said;
                move(weights, moved, LifeNet.BIAS, off);
                double each = off / Math.sqrt(example.features.length + 1.0);
                for (int feature : example.features) move(weights, moved, feature, each);
            }
        }
        return weights;
    }

    private static void move(float[] weights, double[] moved, int slot, double by) {
        moved[slot] += by * by;
        weights[slot] -= (float) (RATE * by / Math.sqrt(moved[slot]) + SHRINK * weights[slot]);
    }

    private static byte[] small(float[] weights) {
        var bytes = new byte[weights.length];
        for (int i = 0; i < weights.length; i++) {
            bytes[i] = (byte) Math.clamp(Math.round(weights[i] / LifeNet.STEP), -127, 127);
        }
        return bytes;
    }
}
