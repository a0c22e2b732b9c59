package org.hearten.media;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DarkroomTests {
    private final Darkroom darkroom = new Darkroom();

    @ParameterizedTest
    @ValueSource(strings = {"jpeg", "png", "gif"})
    void a_picture_is_drawn_anew_as_jpeg(String format) throws IOException {
        var developed = developed(file(plain(640, 480), format));

        assertThat(developed.shown().mediaType()).isEqualTo("image/jpeg");
        assertThat(developed.shown().width()).isEqualTo(640);
        assertThat(ImageIO.read(new ByteArrayInputStream(developed.shown().bytes()))
                        .getHeight())
                .isEqualTo(480);
    }

    @Test
    void the_place_and_the_camera_do_not_survive() throws IOException {
        var file = withExif(file(plain(40, 20), "jpeg"), 1, "GPS 23.2599 N, Nikon");

        assertThat(text(file)).contains("GPS 23.2599");
        assertThat(text(developed(file).shown().bytes())).doesNotContain("GPS").doesNotContain("Exif");
    }

    @Test
    void a_picture_taken_sideways_stands_upright() throws IOException {
        var image = plain(40, 20);
        for (int x = 0; x < 10; x++) {
            for (int y = 0; y < 20; y++) {
                image.setRGB(x, y, Color.BLUE.getRGB()); // the camera's left edge becomes the top: orientation 6
            }
        }

        var shown = developed(withExif(file(image, "jpeg"), 6, "")).shown();

        assertThat(shown.width()).isEqualTo(20);
        assertThat(shown.height()).isEqualTo(40);
        var drawn = ImageIO.read(new ByteArrayInputStream(shown.bytes()));
        assertThat(new Color(drawn.getRGB(10, 3)).getBlue()).isGreaterThan(180);
        assertThat(new Color(drawn.getRGB(10, 36)).getBlue()).isLessThan(80);
    }

    @Test
    void a_large_picture_is_made_small_enough_for_every_network() throws IOException {
        var noise = plain(3000, 2250);
        var random = new Random(7);
        for (int x = 0; x < noise.getWidth(); x++) {
            for (int y = 0; y < noise.getHeight(); y++) {
                noise.setRGB(x, y, random.nextInt(0x1000000));
            }
        }

        var developed = developed(file(noise, "jpeg"));

        assertThat(Math.max(developed.shown().width(), developed.shown().height()))
                .isEqualTo(2000);
        assertThat(developed.sent().bytes().length).isLessThanOrEqualTo(1_000_000);
    }

    @Test
    void a_video_is_refused_in_its_own_sentence() {
        var mp4 = ByteBuffer.allocate(32)
                .putInt(24)
                .put("ftypisom".getBytes(StandardCharsets.ISO_8859_1))
                .array();

        assertThat(darkroom.develop(mp4)).isEqualTo(new Darkroom.Refused("media.refused.video"));
    }

    @Test
    void what_is_no_picture_is_refused() throws IOException {
        var cut = file(plain(64, 64), "png");

        assertThat(darkroom.develop(new byte[0])).isEqualTo(new Darkroom.Refused("media.refused.empty"));
        assertThat(darkroom.develop("<svg onload='x'/>".getBytes(StandardCharsets.UTF_8)))
                .isEqualTo(new Darkroom.Refused("media.refused.kind"));
        assertThat(darkroom.develop(java.util.Arrays.copyOf(cut, 40))).isInstanceOf(Darkroom.Refused.class);
    }

    @Test
    void a_picture_that_would_fill_the_memory_is_refused_before_it_is_decoded() throws IOException {
        var png = file(plain(1, 1), "png");
        ByteBuffer.wrap(png).putInt(16, 60_000).putInt(20, 60_000);

        assertThat(darkroom.develop(png)).isInstanceOf(Darkroom.Refused.class);
    }

    private Darkroom.Developed developed(byte[] file) {
        return (Darkroom.Developed) darkroom.develop(file);
    }

    private static BufferedImage plain(int width, int height) {
        var image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.ORANGE);
        pen.fillRect(0, 0, width, height);
        pen.dispose();
        return image;
    }

    private static byte[] file(BufferedImage image, String format) throws IOException {
        var bytes = new ByteArrayOutputStream();
        assertThat(ImageIO.write(image, format, bytes)).isTrue();
        return bytes.toByteArray();
    }

    private static byte[] withExif(byte[] jpeg, int orientation, String secret) {
        var words = secret.getBytes(StandardCharsets.US_ASCII);
        var tiff = ByteBuffer.allocate(26 + words.length)
                .put("MM\u0000*".getBytes(StandardCharsets.ISO_8859_1))
                .putInt(8)
                .putShort((short) 1)
                .putShort((short) 0x0112)
                .putShort((short) 3)
                .putInt(1)
                .putShort((short) orientation)
                .putShort((short) 0)
                .putInt(0)
                .put(words)
                .array();
        return ByteBuffer.allocate(jpeg.length + 10 + tiff.length)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (8 + tiff.length))
                .put("Exif\u0000\u0000".getBytes(StandardCharsets.ISO_8859_1))
                .put(tiff)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
