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

/** The learned weights: a row of eight small numbers for each hashed feature, one for each tag. */
final class NameModel {
    static final int TAGS = 7; // none, person begins, goes on, place begins, goes on, organisation begins, goes on
    static final int ROW = 8;

    final int rows;
    final byte[] weights;
    final float unit; // how much one step of a weight means

    NameModel(int rows, byte[] weights, float unit) {
        this.rows = rows;
        this.weights = weights;
        this.unit = unit;
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
        var weights = new byte[rows * ROW];
        data.readFully(weights);
        return new NameModel(rows, weights, unit);
    }

    void write(OutputStream out) throws IOException {
        try (var data = new DataOutputStream(new GZIPOutputStream(out, 1 << 16))) {
            data.writeInt(rows);
            data.writeFloat(unit);
            data.write(weights);
        }
    }
}
