package org.hearten.posts;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * One number for everything that is seen of a post. Approvals hold on to it, so one changed character voids them.
 *
 * <p>Each part is preceded by its length in bytes and each list by its size: no two different posts share a form, however
 * their texts are cut. A new part goes at the end under a new {@link #FORM}, since old hashes stay in the record.
 */
final class ContentHash {
    private static final String FORM = "post 1";

    private final MessageDigest digest;

    private ContentHash(MessageDigest digest) {
        this.digest = digest;
    }

    static String of(Draft draft) {
        var hash = new ContentHash(sha256());
        hash.add(FORM);
        hash.add(draft.facility().value().toString());
        hash.add(draft.title());
        hash.add(draft.text());
        hash.add(draft.pillar().name());
        hash.add(draft.language());
        hash.add(draft.versions().size());
        for (var version : draft.versions()) {
            hash.add(version.network().name());
            var account = version.account();
            hash.add(account == null ? "" : account.value().toString());
            hash.add(version.text());
        }
        hash.add(draft.sources().size());
        for (var source : draft.sources()) {
            hash.add(source.title());
            hash.add(source.publisher());
            hash.add(source.address());
        }
        hash.add(draft.pictures().size());
        for (var picture : draft.pictures()) {
            hash.add(picture.hash());
            hash.add(picture.alt());
            hash.add(picture.declared() ? 1 : 0);
        }
        return HexFormat.of().formatHex(hash.digest.digest());
    }

    private void add(String part) {
        var bytes = part.getBytes(StandardCharsets.UTF_8);
        add(bytes.length);
        digest.update(bytes);
    }

    private void add(int number) {
        digest.update(ByteBuffer.allocate(Integer.BYTES).putInt(number).flip());
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
