package org.hearten.guard.names;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import org.hearten.guard.text.FoldedText;

/**
 * Makes the vocabulary: {@code VocabularyMaker VECTORS OUT_FILE}. VECTORS is the JSON file of an embedding with "words",
 * commonest first, and "vectors" by word; words used alike are put in one group. Same data, same bytes.
 */
public final class VocabularyMaker {
    private static final long SEED = 20261124;
    private static final int WORDS = 280_000;
    private static final int TAUGHT = 40_000; // the groups are found on the commonest words
    private static final int DIMENSIONS = 100;
    private static final int FAMILIES = 64;
    private static final int ROUNDS = 25;

    private VocabularyMaker() {}

    public static void main(String[] arguments) throws IOException {
        if (arguments.length < 2) throw new IllegalArgumentException("VocabularyMaker VECTORS OUT_FILE");
        var vocabulary = Vocabulary.empty();
        for (var word : list("first.txt")) vocabulary.add(word, Vocabulary.FIRST);
        for (var word : list("last.txt")) vocabulary.add(word, Vocabulary.LAST);
        for (var word : list("places.txt")) vocabulary.add(word, Vocabulary.PLACE);
        for (var word : list("words.txt")) vocabulary.add(word, Vocabulary.ENGLISH);
        for (var word : list("hindi.txt")) vocabulary.add(word, Vocabulary.FIRST);

        var words = new ArrayList<String>();
        var vectors = new ArrayList<float[]>();
        readVectors(Path.of(arguments[0]), words, vectors);
        var points = vectors.toArray(float[][]::new);
        var centres = centres(Arrays.copyOf(points, Math.min(TAUGHT, points.length)), Vocabulary.GROUPS - 1);
        var families = centres(centres, FAMILIES - 1);
        var familyOf = nearest(centres, families);
        for (int group = 0; group < familyOf.length; group++) vocabulary.setFamily(group + 1, familyOf[group] + 1);
        var groupOf = nearest(points, centres);
        var leanings = new Leanings(words, points, vocabulary);
        for (int i = 0; i < groupOf.length; i++) {
            vocabulary.add(words.get(i), (groupOf[i] + 1) << 4 | leanings.of(points[i]) << 13);
        }
        try (var out = Files.newOutputStream(Path.of(arguments[1]))) {
            vocabulary.write(out);
        }
    }

    private static List<String> list(String name) throws IOException {
        try (var in = Objects.requireNonNull(VocabularyMaker.class.getResourceAsStream(name))) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(line -> FoldedText.of(line).lower())
                    .toList();
        }
    }

    private static void readVectors(Path file, List<String> words, List<float[]> vectors) throws IOException {
        try (var in = new BufferedReader(
                new InputStreamReader(Files.newInputStream(file), StandardCharsets.UTF_8), 1 << 20)) {
            skipTo(in, "\"vectors\":{");
            while (words.size() < WORDS) {
                String word = upTo(in, ':');
                skipTo(in, "[");
                String[] numbers = upTo(in, ']').split(",");
                in.read(); // the comma before the next word
                var vector = new float[DIMENSIONS];
                for (int i = 0; i < DIMENSIONS; i++) vector[i] = Float.parseFloat(numbers[i]);
                String bare = word.substring(1, word.length() - 1);
                if (isWord(bare)) {
                    words.add(FoldedText.of(bare).lower());
                    vectors.add(ofLengthOne(vector));
                }
            }
        }
    }

    private static boolean isWord(String word) {
        return !word.isEmpty() && word.chars().allMatch(c -> Character.isLetter(c) || c == '\'');
    }

    private static void skipTo(BufferedReader in, String mark) throws IOException {
        int matched = 0;
        while (matched < mark.length()) {
            int c = in.read();
            if (c < 0) throw new IOException("The file of vectors has no " + mark);
            matched = c == mark.charAt(matched) ? matched + 1 : c == mark.charAt(0) ? 1 : 0;
        }
    }

    // A word of the file is in quotes; a colon may stand inside them.
    private static String upTo(BufferedReader in, char end) throws IOException {
        var read = new StringBuilder();
        boolean quoted = false;
        while (true) {
            int c = in.read();
            if (c < 0) throw new IOException("The file of vectors ends too early");
            if (c == end && !quoted) return read.toString();
            if (c == '"') quoted = !quoted;
            read.append((char) c);
            if (c == '\\') read.append((char) in.read());
        }
    }

    private static float[] ofLengthOne(float[] vector) {
        double sum = 0;
        for (float value : vector) sum += value * value;
        float length = (float) Math.sqrt(Math.max(sum, 1e-12));
        for (int i = 0; i < vector.length; i++) vector[i] /= length;
        return vector;
    }

    /** The middles of so many groups of points on the unit sphere. */
    private static float[][] centres(float[][] points, int count) {
        var random = new Random(SEED);
        var centres = new float[count][];
        for (int i = 0; i < count; i++) centres[i] = points[random.nextInt(points.length)].clone();
        for (int round = 0; round < ROUNDS; round++) {
            var nearest = nearest(points, centres);
            var sums = new float[count][DIMENSIONS];
            for (int i = 0; i < points.length; i++) {
                for (int d = 0; d < DIMENSIONS; d++) sums[nearest[i]][d] += points[i][d];
            }
            for (int i = 0; i < count; i++) {
                boolean empty = sums[i][0] == 0;
                centres[i] = empty ? points[random.nextInt(points.length)].clone() : ofLengthOne(sums[i]);
            }
        }
        return centres;
    }

    private static int[] nearest(float[][] points, float[][] centres) {
        var turned = new float[DIMENSIONS][centres.length];
        for (int i = 0; i < centres.length; i++) {
            for (int d = 0; d < DIMENSIONS; d++) turned[d][i] = centres[i][d];
        }
        var nearest = new int[points.length];
        var likeness = new float[centres.length];
        for (int i = 0; i < points.length; i++) {
            Arrays.fill(likeness, 0);
            for (int d = 0; d < DIMENSIONS; d++) {
                float value = points[i][d];
                var row = turned[d];
                for (int k = 0; k < likeness.length; k++) likeness[k] += value * row[k];
            }
            int best = 0;
            for (int k = 1; k < likeness.length; k++) if (likeness[k] > likeness[best]) best = k;
            nearest[i] = best;
        }
        return nearest;
    }
}
