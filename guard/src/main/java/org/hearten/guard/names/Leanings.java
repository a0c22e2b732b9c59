package org.hearten.guard.names;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Learns from the lists how the vectors of people's names, of places and of other words differ, so that a name on no
 * list can be told by the company it keeps. One hidden layer, plain gradient descent, fixed seed.
 */
final class Leanings {
    private static final int PERSON = 0;
    private static final int PLACE = 1;
    private static final int CLASSES = 3;
    private static final int HIDDEN = 48;
    private static final int ROUNDS = 12;
    private static final double RATE = 0.05;
    private static final double[] PERSON_STEPS = {0.05, 0.2, 0.5, 0.8};

    private final int dimensions;
    private final double[][] first;
    private final double[][] second = new double[CLASSES][HIDDEN + 1];
    private final double[] hidden = new double[HIDDEN];
    private final double[] chances = new double[CLASSES];

    Leanings(List<String> words, float[][] points, Vocabulary lists) {
        var random = new Random(7);
        dimensions = points[0].length;
        first = new double[HIDDEN][dimensions + 1];
        for (var row : first) for (int i = 0; i < row.length; i++) row[i] = random.nextGaussian() * 0.3;
        for (var row : second) for (int i = 0; i < row.length; i++) row[i] = random.nextGaussian() * 0.1;
        var order = new ArrayList<Integer>();
        for (int i = 0; i < points.length; i++) if (onLists(words.get(i), lists) != 0) order.add(i);
        for (int round = 0; round < ROUNDS; round++) {
            Collections.shuffle(order, random);
            double rate = RATE * (1 - (double) round / ROUNDS);
            for (int i : order) learn(points[i], onLists(words.get(i), lists), rate);
        }
    }

    private static int onLists(String word, Vocabulary lists) {
        return lists.of(word.hashCode()) & Vocabulary.LISTS;
    }

    private void learn(float[] point, int lists, double rate) {
        look(point);
        double person = (lists & (Vocabulary.FIRST | Vocabulary.LAST)) != 0 ? 1 : 0;
        double place = (lists & Vocabulary.PLACE) != 0 ? 1 : 0;
        double other = (lists & Vocabulary.ENGLISH) != 0 ? 1.5 : 0;
        double sum = person + place + other;
        double[] wanted = {person / sum, place / sum, other / sum};
        var back = new double[HIDDEN];
        for (int k = 0; k < CLASSES; k++) {
            double wrong = chances[k] - wanted[k];
            for (int h = 0; h < HIDDEN; h++) {
                back[h] += wrong * second[k][h];
                second[k][h] -= rate * wrong * hidden[h];
            }
            second[k][HIDDEN] -= rate * wrong;
        }
        for (int h = 0; h < HIDDEN; h++) {
            double wrong = back[h] * (1 - hidden[h] * hidden[h]) * rate;
            var row = first[h];
            for (int d = 0; d < dimensions; d++) row[d] -= wrong * point[d];
            row[dimensions] -= wrong;
        }
    }

    private void look(float[] point) {
        for (int h = 0; h < HIDDEN; h++) {
            var row = first[h];
            double sum = row[dimensions];
            for (int d = 0; d < dimensions; d++) sum += row[d] * point[d];
            hidden[h] = Math.tanh(sum);
        }
        double all = 0;
        for (int k = 0; k < CLASSES; k++) {
            double sum = second[k][HIDDEN];
            for (int h = 0; h < HIDDEN; h++) sum += second[k][h] * hidden[h];
            chances[k] = Math.exp(sum);
            all += chances[k];
        }
        for (int k = 0; k < CLASSES; k++) chances[k] /= all;
    }

    /** The step of a word on the way to being a name, see {@link Vocabulary#leaning}. */
    int of(float[] point) {
        look(point);
        if (chances[PLACE] > 0.5 && chances[PLACE] > chances[PERSON]) return chances[PLACE] > 0.8 ? 7 : 6;
        int step = 1;
        for (double least : PERSON_STEPS) if (chances[PERSON] >= least) step++;
        return step;
    }
}
