package org.hearten.guard.names;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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
    private static final int ROUNDS = 7;
    private static final int GENERATED = 5000;
    private static final int FORGETS_ONE_IN = 3; // most names are met for the first time

    private final float[] weights = new float[ROWS * NameModel.ROW];
    private final double[] totals = new double[ROWS * NameModel.ROW];
    private final int[] changed = new int[ROWS * NameModel.ROW];
    private int step = 1;

    private record Sample(Features features, int[] tags) {}

    private NameTrainer() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) throw new IllegalArgumentException("NameTrainer DATA_FOLDER OUT_FILE");
        var samples = new ArrayList<Sample>();
        for (var file : List.of("btc_train.jsonl", "wnut17_train.jsonl")) {
            for (var post : GoldPosts.read(Path.of(arguments[0], file))) samples.add(sample(post));
        }
        for (var post : new Sentences(SEED, Sentences.TRAINING).posts(GENERATED)) samples.add(sample(post));
        var model = new NameTrainer().train(samples);
        var bytes = new ByteArrayOutputStream();
        model.write(bytes);
        Files.write(Path.of(arguments[1]), bytes.toByteArray());
        System.out.println(samples.size() + " posts, " + bytes.size() + " bytes");
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
        var rows = new int[Features.MOST];
        var scores = new float[NameModel.TAGS];
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(samples, order);
            int wrong = 0;
            for (var sample : samples) {
                int before = 0;
                int twoBefore = 0;
                for (int i = 0; i < sample.tags.length; i++) {
                    sample.features.at(i, before, twoBefore, rows, order.nextInt(FORGETS_ONE_IN) == 0);
                    int guess = guess(sample.features, rows, scores, before);
                    int right = sample.tags[i];
                    if (guess != right) {
                        wrong++;
                        for (int f = 0; f < sample.features.used; f++) {
                            change(rows[f] * NameModel.ROW + right, 1);
                            change(rows[f] * NameModel.ROW + guess, -1);
                        }
                    }
                    step++;
                    twoBefore = before;
                    before = guess;
                }
            }
            System.out.println("round " + (round + 1) + ": " + wrong + " words wrong");
        }
        return averaged();
    }

    private int guess(Features features, int[] rows, float[] scores, int before) {
        for (int tag = 0; tag < NameModel.TAGS; tag++) scores[tag] = 0;
        for (int f = 0; f < features.used; f++) {
            int row = rows[f] * NameModel.ROW;
            for (int tag = 0; tag < NameModel.TAGS; tag++) scores[tag] += weights[row + tag];
        }
        int best = 0;
        for (int tag = 1; tag < NameModel.TAGS; tag++) {
            if (NameTagger.isAllowed(tag, before) && scores[tag] > scores[best]) best = tag;
        }
        return best;
    }

    private void change(int at, float by) {
        totals[at] += (double) weights[at] * (step - changed[at]);
        changed[at] = step;
        weights[at] += by;
    }

    private NameModel averaged() {
        var means = new double[weights.length];
        double largest = 0;
        for (int at = 0; at < weights.length; at++) {
            means[at] = (totals[at] + (double) weights[at] * (step - changed[at])) / step;
            largest = Math.max(largest, Math.abs(means[at]));
        }
        double unit = Math.min(largest, 6) / 127;
        var small = new byte[weights.length];
        for (int at = 0; at < small.length; at++)
            small[at] = (byte) Math.clamp(Math.round(means[at] / unit), -127, 127);
        return new NameModel(ROWS, small, (float) unit);
    }
}
