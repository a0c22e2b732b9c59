package org.hearten.guard.names;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.hearten.guard.text.FoldedText;
import org.hearten.guard.text.Tokens;

/**
 * Makes the model: {@code NameTrainer DATA_FOLDER OUT_FILE}. The folder holds btc_train.jsonl and wnut17_train.jsonl;
 * generated sentences of the healthcare setting are added. Same data, same bytes.
 */
public final class NameTrainer {
    private static final long SEED = 20261124;
    private static final int ROWS = 1 << 19;
    private static final int ROUNDS = 5;
    private static final int GENERATED = 3000;
    private static final int FORGETS_ONE_IN = 3; // most names are met for the first time
    private static final double RATE = 0.015;
    private static final double DECAY = 0.03; // a pull towards nothing, so that rare features do not shout
    private static final int QUIETED = 30; // of a hundred posts
    private static final double SMALLEST = 0.02; // weights below this are dropped: they only make the file larger

    private final float[] weights = new float[ROWS * NameModel.ROW];
    private final float[] squares = new float[ROWS * NameModel.ROW];
    private final float[] steps = new float[NameModel.SHAPES * NameModel.TAGS * NameModel.TAGS];
    private final float[] stepSquares = new float[steps.length];

    private record Sample(Features features, int[] tags) {}

    private NameTrainer() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) throw new IllegalArgumentException("NameTrainer DATA_FOLDER OUT_FILE");
        var samples = new ArrayList<Sample>();
        var odds = new Random(SEED);
        for (var file : List.of("btc_train.jsonl", "wnut17_train.jsonl")) {
            for (var post : GoldPosts.read(Path.of(arguments[0], file))) {
                samples.add(sample(post));
                if (odds.nextInt(100) < QUIETED) samples.add(sample(quieted(post)));
            }
        }
        for (var post : new Sentences(SEED, Sentences.TRAINING).posts(GENERATED)) samples.add(sample(post));
        var model = new NameTrainer().train(samples);
        var bytes = new ByteArrayOutputStream();
        model.write(bytes);
        Files.write(Path.of(arguments[1]), bytes.toByteArray());
        System.out.println(samples.size() + " posts, " + bytes.size() + " bytes");
    }

    // Many people write without capitals.
    private static GoldPosts.Post quieted(GoldPosts.Post post) {
        var text = new StringBuilder(post.text());
        for (int i = 0; i < text.length(); i++) text.setCharAt(i, Character.toLowerCase(text.charAt(i)));
        return new GoldPosts.Post(post.id(), text.toString(), post.spans(), post.template());
    }

    private static Sample sample(GoldPosts.Post post) {
        var text = FoldedText.of(post.text());
        var tokens = Tokens.of(text);
        var tags = new int[tokens.count()];
        for (var span : post.spans()) {
            int kind = switch (span.label()) {
                case "PERSON" -> 1;
                case "LOCATION" -> 3;
                case "ORG" -> 5;
                default -> 0;
            };
            boolean begun = false;
            for (int i = 0; i < tags.length && kind > 0; i++) {
                boolean inside = text.originalStart(tokens.start(i)) < span.end()
                        && text.originalEnd(tokens.end(i)) > span.start();
                if (inside) {
                    tags[i] = begun ? kind + 1 : kind;
                    begun = true;
                }
            }
        }
        return new Sample(new Features(text, tokens, ROWS), tags);
    }

    private NameModel train(List<Sample> samples) {
        var order = new Random(SEED);
        var field = new Field(steps);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(samples, order);
            double surprise = 0;
            for (var sample : samples) surprise += learn(sample, field, order);
            System.out.printf("round %d: surprise %.0f%n", round + 1, surprise);
        }
        return model();
    }

    /** One step downhill on one post; returns how surprising its tags were. */
    private double learn(Sample sample, Field field, Random order) {
        int words = sample.tags.length;
        if (words == 0) return 0;
        var features = sample.features;
        var rows = new int[words][];
        var scores = new float[NameModel.TAGS];
        var all = new int[Features.MOST];
        field.reserve(words);
        field.set(steps);
        for (int i = 0; i < words; i++) {
            features.at(i, all, order.nextInt(FORGETS_ONE_IN) == 0);
            rows[i] = Arrays.copyOf(all, features.used);
            score(rows[i], scores);
            field.put(i, scores);
        }
        field.settle(words, features.shapes(), features.firstShape());
        double surprise = 0;
        var chances = new double[NameModel.TAGS];
        var both = new double[NameModel.TAGS * NameModel.TAGS];
        int before = 0;
        for (int i = 0; i < words; i++) {
            field.chances(i, chances);
            int right = sample.tags[i];
            surprise -= Math.log(Math.max(chances[right], 1e-9));
            for (int row : rows[i]) {
                for (int tag = 0; tag < NameModel.TAGS; tag++) {
                    move(weights, squares, row * NameModel.ROW + tag, (tag == right ? 1 : 0) - chances[tag]);
                }
            }
            field.stepChances(i, features.shape(i), both);
            int table = NameModel.steps(features.shape(i));
            for (int k = 0; k < both.length; k++) {
                move(steps, stepSquares, table + k, (k == before * NameModel.TAGS + right ? 1 : 0) - both[k]);
            }
            before = right;
        }
        return surprise;
    }

    private static void move(float[] weights, float[] squares, int at, double pull) {
        double slope = pull - DECAY * weights[at];
        if (Math.abs(slope) < 1e-4) return;
        squares[at] += (float) (slope * slope);
        weights[at] += (float) (RATE * slope / Math.sqrt(squares[at] + 1e-3));
    }

    private void score(int[] rows, float[] scores) {
        for (int tag = 0; tag < NameModel.TAGS; tag++) scores[tag] = 0;
        for (int row : rows) {
            for (int tag = 0; tag < NameModel.TAGS; tag++) scores[tag] += weights[row * NameModel.ROW + tag];
        }
    }

    private NameModel model() {
        double largest = 0;
        for (float weight : weights) largest = Math.max(largest, Math.abs(weight));
        double unit = Math.min(largest, 2) / 127;
        System.out.printf("largest weight %.2f%n", largest);
        var small = new byte[weights.length];
        for (int at = 0; at < small.length; at++) {
            if (Math.abs(weights[at]) >= SMALLEST) {
                small[at] = (byte) Math.clamp(Math.round(weights[at] / unit), -127, 127);
            }
        }
        return new NameModel(ROWS, small, (float) unit, steps);
    }
}
