package org.hearten.operations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SealedFileTests {
    private final String secret = Passphrase.make();

    @Test
    void what_was_sealed_is_read_again() throws IOException {
        for (var size : new int[] {0, 1, 65_536, 65_537, 200_000}) {
            var content = content(size);

            assertThat(opened(sealed(content), secret)).isEqualTo(content);
        }
    }

    @Test
    void the_passphrase_may_be_typed_without_its_hyphens() throws IOException {
        assertThat(opened(sealed(content(10)), secret.replace("-", " ").toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(content(10));
    }

    @Test
    void another_passphrase_does_not_open_it() throws IOException {
        var file = sealed(content(10));

        assertThatThrownBy(() -> opened(file, Passphrase.make()))
                .hasMessage("The passphrase does not open this backup.");
    }

    @Test
    void a_file_cut_at_any_chunk_is_noticed() throws IOException {
        var file = sealed(content(200_000));

        for (var length : new int[] {40, 65_590, 131_200, file.length - 1}) {
            assertThatThrownBy(() -> opened(Arrays.copyOf(file, length), secret))
                    .isInstanceOf(CannotDo.class);
        }
    }

    @Test
    void a_changed_byte_is_noticed() throws IOException {
        var file = sealed(content(100_000));
        file[90_000] ^= 1;

        assertThatThrownBy(() -> opened(file, secret)).isInstanceOf(CannotDo.class);
    }

    private byte[] sealed(byte[] content) throws IOException {
        var file = new ByteArrayOutputStream();
        try (var out = SealedFile.writing(file, secret)) {
            out.write(content);
        }
        return file.toByteArray();
    }

    private static byte[] opened(byte[] file, String passphrase) throws IOException {
        try (var in = SealedFile.reading(new ByteArrayInputStream(file), passphrase)) {
            return in.readAllBytes();
        }
    }

    private static byte[] content(int size) {
        var bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }
}
