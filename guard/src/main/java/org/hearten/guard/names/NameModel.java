package org.hearten.guard.names;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A conditional random field over words: what each hashed feature says for each tag, and how well one tag follows
 * another. A row holds eight small numbers, one for each tag.
 */
final class NameModel {
    static final int TAGS = 7; // none, person begins, goes on, place begins, goes on, organisation begins, goes on
    static final int ROW = 8;
    static final int SHAPES = 9;

    final int rows;
    final byte[] weights;
    final float unit; // how much one step of a weight means
    final float[] steps; // by the shape of a word, the tag before it and its own tag

    NameModel(int rows, byte[] weights, float unit, float[] steps) {
        this.rows = rows;
        this.weights = weights;
        this.unit = unit;
        this.steps = steps;
    }

    /** Where the steps for a word of a shape begin. */
    static int steps(int shape) {
        return shape * TAGS * TAGS;
    }

    /** A name goes on only after it began. */
    static boolean isAllowed(int before, int tag) {
        return tag == 0 || tag % 2 == 1 || before == tag || before == tag - 1;
    }

    static NameModel builtIn() {
        try (var in = NameModel.class.getResourceAsStream("names.model.gz")) {
            return read(Objects.requireNonNull(in));
        } catch (IOException broken) {
            throw new UncheckedIOException("The model of names cannot be read", broken);
        }
    }

    static NameModel read(InputStream in) throws IOException {
        var data = new DataInputStream(new GZIPInputStream(in, 1 << 16));
        int rows = data.readInt();
        float unit = data.readFloat();
        var steps = new float[SHAPES * TAGS * TAGS];
        for (int i = 0; i < steps.length; i++) steps[i] = data.readFloat();
        var weights = new byte[rows * ROW];
        data.readFully(weights);
        return new NameModel(rows, weights, unit, steps);
    }

    void write(OutputStream out) throws IOException {
        try (var data = new DataOutputStream(new GZIPOutputStream(out, 1 << 16))) {
            data.writeInt(rows);
            data.writeFloat(unit);
            for (float step : steps) data.writeFloat(step);
            data.write(weights);
        }
    }
}
