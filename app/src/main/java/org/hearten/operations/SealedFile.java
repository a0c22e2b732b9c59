package org.hearten.operations;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * An encrypted file: a heading, a salt, then chunks under AES-256-GCM. Each chunk is sealed with its number and whether it
 * is the last one, so none can be changed, moved or left out, and a file that was cut short is noticed.
 */
final class SealedFile {
    private static final byte[] HEADING = "Hearten backup 1\n".getBytes(StandardCharsets.US_ASCII);
    private static final int CHUNK_BYTES = 64 * 1024;
    private static final int TAG_BYTES = 16;
    private static final int NONCE_BYTES = 12;

    private SealedFile() {}

    static OutputStream writing(OutputStream file, String passphrase) throws IOException {
        var salt = new byte[Passphrase.SALT_BYTES];
        new SecureRandom().nextBytes(salt);
        file.write(HEADING);
        file.write(salt);
        return new Sealing(new DataOutputStream(file), Passphrase.key(passphrase, salt));
    }

    /** @throws CannotDo when it is no backup */
    static InputStream reading(InputStream file, String passphrase) throws IOException {
        var in = new DataInputStream(file);
        var heading = in.readNBytes(HEADING.length);
        var salt = in.readNBytes(Passphrase.SALT_BYTES);
        if (!Arrays.equals(heading, HEADING) || salt.length < Passphrase.SALT_BYTES) {
            throw new CannotDo("This file is not a backup of Hearten.");
        }
        return new Opening(in, Passphrase.key(passphrase, salt));
    }

    private static Cipher cipher(int mode, SecretKeySpec key, long number, boolean last)
            throws GeneralSecurityException {
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        // The key is used for this one file, so the number of the chunk is a nonce that never repeats.
        var nonce = ByteBuffer.allocate(NONCE_BYTES).putInt(0).putLong(number).array();
        cipher.init(mode, key, new GCMParameterSpec(TAG_BYTES * 8, nonce));
        cipher.updateAAD(HEADING);
        cipher.updateAAD(new byte[] {(byte) (last ? 1 : 0)});
        return cipher;
    }

    private static final class Sealing extends OutputStream {
        private final DataOutputStream file;
        private final SecretKeySpec key;
        private final byte[] chunk = new byte[CHUNK_BYTES];
        private int filled;
        private long number;

        Sealing(DataOutputStream file, SecretKeySpec key) {
            this.file = file;
            this.key = key;
        }

        @Override
        public void write(int one) throws IOException {
            write(new byte[] {(byte) one}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int from, int count) throws IOException {
            var at = from;
            while (at < from + count) {
                if (filled == CHUNK_BYTES) {
                    seal(false);
                }
                var taken = Math.min(CHUNK_BYTES - filled, from + count - at);
                System.arraycopy(bytes, at, chunk, filled, taken);
                filled += taken;
                at += taken;
            }
        }

        @Override
        public void close() throws IOException {
            seal(true);
            file.close();
        }

        private void seal(boolean last) throws IOException {
            try {
                var sealed = cipher(Cipher.ENCRYPT_MODE, key, number++, last).doFinal(chunk, 0, filled);
                file.writeBoolean(last);
                file.writeInt(sealed.length);
                file.write(sealed);
                filled = 0;
            } catch (GeneralSecurityException failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    private static final class Opening extends InputStream {
        private final DataInputStream file;
        private final SecretKeySpec key;
        private byte[] chunk = new byte[0];
        private int read;
        private long number;
        private boolean last;

        Opening(DataInputStream file, SecretKeySpec key) {
            this.file = file;
            this.key = key;
        }

        @Override
        public int read() throws IOException {
            return ready() ? chunk[read++] & 0xff : -1;
        }

        @Override
        public int read(byte[] into, int from, int count) throws IOException {
            if (!ready()) {
                return -1;
            }
            var taken = Math.min(count, chunk.length - read);
            System.arraycopy(chunk, read, into, from, taken);
            read += taken;
            return taken;
        }

        private boolean ready() throws IOException {
            while (read == chunk.length && !last) {
                open();
            }
            return read < chunk.length;
        }

        private void open() throws IOException {
            try {
                last = file.readBoolean();
                var length = file.readInt();
                if (length < TAG_BYTES || length > CHUNK_BYTES + TAG_BYTES) {
                    throw new CannotDo("The backup is damaged.");
                }
                chunk = cipher(Cipher.DECRYPT_MODE, key, number, last).doFinal(file.readNBytes(length));
                number++;
                read = 0;
            } catch (EOFException cut) {
                throw new CannotDo("The backup was cut short: its end is missing.", cut);
            } catch (AEADBadTagException wrong) {
                throw new CannotDo(
                        number == 0
                                ? "The passphrase does not open this backup."
                                : "The backup was changed or is damaged; nothing of it can be trusted.",
                        wrong);
            } catch (GeneralSecurityException failed) {
                throw new IllegalStateException(failed);
            }
        }

        @Override
        public void close() throws IOException {
            file.close();
        }
    }
}
