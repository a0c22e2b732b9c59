package org.hearten.media;

import java.awt.geom.AffineTransform;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;

/**
 * How a camera was held, as EXIF says it in a JPEG (tag 0x0112, values 1 to 8). Drawing anew drops EXIF, so what it asks
 * of the reader has to be done first.
 */
record Orientation(int exif) {
    static final Orientation UPRIGHT = new Orientation(1);
    private static final int TAG = 0x0112;

    /** Size after turning, and the move that turns the picture. */
    record Turned(int width, int height, AffineTransform transform) {}

    static Orientation of(byte[] jpeg) {
        try {
            return new Orientation(find(ByteBuffer.wrap(jpeg)));
        } catch (IndexOutOfBoundsException | BufferUnderflowException | IllegalArgumentException cutShort) {
            return UPRIGHT;
        }
    }

    Turned turned(int width, int height) {
        var move = switch (exif) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
        var onItsSide = exif >= 5 && exif <= 8;
        return onItsSide ? new Turned(height, width, move) : new Turned(width, height, move);
    }

    private static int find(ByteBuffer file) {
        if (file.getShort(0) != (short) 0xffd8) {
            return 1;
        }
        for (int at = 2; file.get(at) == (byte) 0xff && file.get(at + 1) != (byte) 0xda; ) {
            var length = file.getShort(at + 2) & 0xffff;
            if (file.get(at + 1) == (byte) 0xe1 && isExif(file, at + 4)) {
                return inTiff(file.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
        return 1;
    }

    private static boolean isExif(ByteBuffer file, int at) {
        var name = new byte[6];
        file.get(at, name);
        return new String(name, StandardCharsets.ISO_8859_1).equals("Exif\u0000\u0000");
    }

    private static int inTiff(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        var directory = tiff.getInt(4);
        var entries = tiff.getShort(directory) & 0xffff;
        for (int entry = 0; entry < entries; entry++) {
            var at = directory + 2 + entry * 12;
            if ((tiff.getShort(at) & 0xffff) == TAG) {
                return tiff.getShort(at + 8) & 0xffff;
            }
        }
        return 1;
    }
}
