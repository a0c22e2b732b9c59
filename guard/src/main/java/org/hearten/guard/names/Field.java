package org.hearten.guard.names;

/** How likely each tag is for each word of one sequence, by the forward and backward passes over it. */
final class Field {
    private static final int TAGS = NameModel.TAGS;

    private double[] forward = new double[64 * TAGS];
    private double[] backward = new double[64 * TAGS];
    private double[] own = new double[64 * TAGS];
    private final double[] steps; // exponentials, by shape, tag before and tag

    Field(float[] logSteps) {
        steps = new double[logSteps.length];
        set(logSteps);
    }

    void set(float[] logSteps) {
        for (int i = 0; i < steps.length; i++) {
            int before = i / TAGS % TAGS;
            steps[i] = NameModel.isAllowed(before, i % TAGS) ? Math.exp(logSteps[i]) : 0;
        }
    }

    void reserve(int words) {
        if (words * TAGS > own.length) {
            forward = new double[words * TAGS];
            backward = new double[words * TAGS];
            own = new double[words * TAGS];
        }
    }

    /** What speaks for the tags of a word. */
    void put(int word, float[] scores) {
        float most = scores[0];
        for (int tag = 1; tag < TAGS; tag++) most = Math.max(most, scores[tag]);
        for (int tag = 0; tag < TAGS; tag++) own[word * TAGS + tag] = Math.exp(scores[tag] - most);
    }

    /** Both passes; afterwards {@link #chance} answers. */
    void settle(int words, int[] shapes, int offset) {
        for (int word = 0; word < words; word++) {
            int table = NameModel.steps(shapes[word + offset]);
            double sum = 0;
            for (int tag = 0; tag < TAGS; tag++) {
                double all = 0;
                if (word == 0) all = steps[table + tag]; // as if no name came before
                else {
                    for (int before = 0; before < TAGS; before++) {
                        all += forward[(word - 1) * TAGS + before] * steps[table + before * TAGS + tag];
                    }
                }
                all *= own[word * TAGS + tag];
                forward[word * TAGS + tag] = all;
                sum += all;
            }
            for (int tag = 0; tag < TAGS; tag++) forward[word * TAGS + tag] /= sum;
        }
        for (int tag = 0; tag < TAGS; tag++) backward[(words - 1) * TAGS + tag] = 1;
        for (int word = words - 2; word >= 0; word--) {
            int table = NameModel.steps(shapes[word + 1 + offset]);
            double sum = 0;
            for (int tag = 0; tag < TAGS; tag++) {
                double all = 0;
                for (int after = 0; after < TAGS; after++) {
                    int next = (word + 1) * TAGS + after;
                    all += steps[table + tag * TAGS + after] * own[next] * backward[next];
                }
                backward[word * TAGS + tag] = all;
                sum += all;
            }
            for (int tag = 0; tag < TAGS; tag++) backward[word * TAGS + tag] /= sum;
        }
    }

    /** Fills in how likely each tag is for a word. */
    void chances(int word, double[] chances) {
        double sum = 0;
        for (int tag = 0; tag < TAGS; tag++) {
            chances[tag] = forward[word * TAGS + tag] * backward[word * TAGS + tag];
            sum += chances[tag];
        }
        for (int tag = 0; tag < TAGS; tag++) chances[tag] /= sum;
    }

    /** Fills in how likely each step from the word before to this one is. */
    void stepChances(int word, int shape, double[] chances) {
        int table = NameModel.steps(shape);
        double sum = 0;
        for (int before = 0; before < TAGS; before++) {
            double from = word == 0 ? (before == 0 ? 1 : 0) : forward[(word - 1) * TAGS + before];
            for (int tag = 0; tag < TAGS; tag++) {
                double both = from
                        * steps[table + before * TAGS + tag]
                        * own[word * TAGS + tag]
                        * backward[word * TAGS + tag];
                chances[before * TAGS + tag] = both;
                sum += both;
            }
        }
        for (int i = 0; i < chances.length; i++) chances[i] /= sum;
    }
}
