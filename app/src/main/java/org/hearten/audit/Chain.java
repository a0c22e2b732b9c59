package org.hearten.audit;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.hearten.keys.Keys;
import org.hearten.tenancy.OrganisationId;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Computes a link: a keyed hash over the link before, the position and every field of the entry.
 *
 * <p>Each field goes in with its length, so no two entries can read alike. The order and form of the fields is part of
 * every seal ever made: a new field needs a new context.
 */
@Component
class Chain {
    static final byte[] BEFORE_THE_FIRST = new byte[32];

    private static final String LINK = "audit chain";
    private static final String HEAD = "audit head";
    private static final int ABSENT = -1;

    private final Keys keys;

    Chain(Keys keys) {
        this.keys = keys;
    }

    byte[] link(OrganisationId organisation, long position, byte[] before, Entry entry) {
        var bytes = new ByteArrayOutputStream(512);
        try (var out = new DataOutputStream(bytes)) {
            out.write(before);
            out.writeLong(position);
            put(out, organisation.value());
            put(out, entry.id());
            out.writeLong(entry.at().getEpochSecond());
            out.writeInt(entry.at().getNano());
            put(out, entry.person());
            put(out, entry.actor());
            put(out, entry.from());
            put(out, entry.action());
            put(out, entry.objectKind());
            put(out, entry.object());
            put(out, entry.facility());
            put(out, entry.before());
            put(out, entry.after());
            put(out, entry.detail());
        } catch (IOException never) {
            throw new UncheckedIOException(never);
        }
        return keys.hash(LINK, bytes.toByteArray());
    }

    byte[] signature(String headLine) {
        return keys.hash(HEAD, headLine);
    }

    private static void put(DataOutputStream out, @Nullable Object field) throws IOException {
        if (field == null) {
            out.writeInt(ABSENT);
        } else {
            var text = field.toString().getBytes(StandardCharsets.UTF_8);
            out.writeInt(text.length);
            out.write(text);
        }
    }
}
