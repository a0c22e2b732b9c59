package org.hearten.media;

import java.awt.Color;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.ImageInputStream;
import org.springframework.stereotype.Component;

/** Turns a file into a picture: decoded, turned upright, made smaller, drawn anew without anything else that was in it. */
@Component
class Darkroom {
    static final int MAX_UPLOAD_BYTES = 15 * 1024 * 1024;
    private static final int MAX_MEGAPIXELS = 50;
    private static final int MAX_SHOWN_PIXELS = 2_000; // longer side
    private static final int MAX_SENT_BYTES =
            975_000; // Bluesky takes 976.56 KiB, that is 1,000,000 bytes; a little below
    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif");
    private static final float[] QUALITIES = {0.88f, 0.8f, 0.7f, 0.55f};

    static {
        ImageIO.setUseCache(false); // a patient's picture must not lie about in the machine's temporary folder
    }

    sealed interface Outcome {}

    record Developed(Rendition shown, Rendition sent) implements Outcome {}

    record Refused(String messageKey, List<Object> arguments) implements Outcome {
        Refused(String messageKey, Object... arguments) {
            this(messageKey, List.of(arguments));
        }
    }

    Outcome develop(byte[] file) {
        if (file.length == 0) {
            return new Refused("media.refused.empty");
        } else if (isVideo(file)) {
            return new Refused("media.refused.video");
        } else if (file.length > MAX_UPLOAD_BYTES) {
            return new Refused("media.refused.bytes", MAX_UPLOAD_BYTES / (1024 * 1024));
        } else {
            try (var input = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
                return develop(input, Orientation.of(file));
            } catch (IOException | RuntimeException broken) { // decoders throw what they like at a broken file
                return new Refused("media.refused.unreadable");
            }
        }
    }

    private static Outcome develop(ImageInputStream input, Orientation orientation) throws IOException {
        var readers = ImageIO.getImageReaders(input);
        if (!readers.hasNext()) {
            return new Refused("media.refused.kind");
        }
        var reader = readers.next();
        try {
            if (!FORMATS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
                return new Refused("media.refused.kind");
            }
            reader.setInput(input, true, true);
            if ((long) reader.getWidth(0) * reader.getHeight(0) > MAX_MEGAPIXELS * 1_000_000L) {
                return new Refused("media.refused.pixels", MAX_MEGAPIXELS);
            }
            var upright = onWhite(read(reader), orientation, MAX_SHOWN_PIXELS);
            return new Developed(jpeg(upright, QUALITIES[0]), small(upright));
        } finally {
            reader.dispose();
        }
    }

    /** Leaves out rows and columns while reading, so that a huge picture never stands in memory whole. */
    private static BufferedImage read(ImageReader reader) throws IOException {
        var param = reader.getDefaultReadParam();
        var every = Math.max(1, Math.max(reader.getWidth(0), reader.getHeight(0)) / (2 * MAX_SHOWN_PIXELS));
        param.setSourceSubsampling(every, every, 0, 0);
        return reader.read(0, param);
    }

    private static BufferedImage onWhite(BufferedImage image, Orientation orientation, int maxSide) {
        var upright = orientation.turned(image.getWidth(), image.getHeight());
        var scale = Math.min(1.0, (double) maxSide / Math.max(upright.width(), upright.height()));
        var width = Math.max(1, (int) Math.round(upright.width() * scale));
        var height = Math.max(1, (int) Math.round(upright.height() * scale));
        var drawn = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = drawn.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, width, height);
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        pen.setRenderingHint(RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY);
        var place = AffineTransform.getScaleInstance(scale, scale);
        place.concatenate(upright.transform());
        pen.drawImage(image, place, null);
        pen.dispose();
        return drawn;
    }

    private static Rendition small(BufferedImage shown) throws IOException {
        for (var image = shown; ; image = onWhite(image, Orientation.UPRIGHT, longer(image) * 3 / 4)) {
            for (var quality : QUALITIES) {
                var sent = jpeg(image, quality);
                if (sent.bytes().length <= MAX_SENT_BYTES) {
                    return sent;
                }
            }
        }
    }

    private static int longer(BufferedImage image) {
        return Math.max(image.getWidth(), image.getHeight());
    }

    private static Rendition jpeg(BufferedImage image, float quality) throws IOException {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var output = ImageIO.createImageOutputStream(bytes)) {
            var param = writer.getDefaultWriteParam();
            param.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            param.setCompressionQuality(quality);
            writer.setOutput(output);
            writer.write(null, new IIOImage(image, null, null), param);
        } finally {
            writer.dispose();
        }
        return new Rendition(bytes.toByteArray(), "image/jpeg", image.getWidth(), image.getHeight());
    }

    /** MP4 and its family, WebM and Matroska, AVI, MPEG, Ogg. */
    private static boolean isVideo(byte[] file) {
        var start = new String(file, 0, Math.min(file.length, 16), StandardCharsets.ISO_8859_1);
        return start.startsWith("ftyp", 4) && !start.startsWith("avif", 8) && !start.startsWith("hei", 8)
                || start.startsWith("\u001aE\u00df\u00a3")
                || start.startsWith("RIFF") && start.startsWith("AVI ", 8)
                || start.startsWith("\u0000\u0000\u0001\u00ba")
                || start.startsWith("\u0000\u0000\u0001\u00b3")
                || start.startsWith("OggS");
    }
}
