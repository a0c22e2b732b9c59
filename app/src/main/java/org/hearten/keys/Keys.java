package org.hearten.keys;

import com.google.crypto.tink.Aead;
import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.RegistryConfiguration;
import com.google.crypto.tink.TinkProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.hearten.start.CannotStart;
import org.hearten.tenancy.OrganisationId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Seals and opens text and secrets (AES-256-GCM through Tink), and hashes values for look-ups (HMAC-SHA-256).
 *
 * <p>{@code context} names the column or purpose, such as {@code "post_version.body"}; it must be the same to open.
 */
@Component
public class Keys {
    private static final int HASH_KEY_BYTES = 32;

    private final Aead aead;
    private final SecretKeySpec hashKey;

    Keys(@Value("${hearten.keys:${hearten.data:data}-keys}") Path folder) throws GeneralSecurityException {
        AeadConfig.register();
        var files = new KeyFolder(folder);
        var keyset = files.readOrMake("sealing.keyset", Keys::freshKeyset);
        this.aead = sealingWith(keyset, folder);
        this.hashKey = new SecretKeySpec(files.readOrMake("hashing.key", Keys::freshHashKey), "HmacSHA256");
    }

    public byte[] seal(OrganisationId organisation, String context, byte[] plain) {
        try {
            return aead.encrypt(plain, boundTo(organisation, context));
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("Sealing for " + context + " failed", failed);
        }
    }

    /** @throws CannotOpen when the bytes were changed, or sealed for another organisation, context or key */
    public byte[] open(OrganisationId organisation, String context, byte[] sealed) {
        try {
            return aead.decrypt(sealed, boundTo(organisation, context));
        } catch (GeneralSecurityException failed) {
            throw new CannotOpen(context, failed);
        }
    }

    public byte[] sealText(OrganisationId organisation, String context, String plain) {
        return seal(organisation, context, plain.getBytes(StandardCharsets.UTF_8));
    }

    public String openText(OrganisationId organisation, String context, byte[] sealed) {
        return new String(open(organisation, context, sealed), StandardCharsets.UTF_8);
    }

    /** The same value in the same context always hashes alike; without the key nothing can be guessed from it. */
    public byte[] hash(String context, String value) {
        return hash(context, value.getBytes(StandardCharsets.UTF_8));
    }

    public byte[] hash(String context, byte[] value) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(hashKey);
            mac.update(context.getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(value);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("Hashing for " + context + " failed", failed);
        }
    }

    private static byte[] boundTo(OrganisationId organisation, String context) {
        return (organisation.value() + " " + context).getBytes(StandardCharsets.UTF_8);
    }

    private static Aead sealingWith(byte[] keyset, Path folder) {
        try {
            return TinkProtoKeysetFormat.parseKeyset(keyset, InsecureSecretKeyAccess.get())
                    .getPrimitive(RegistryConfiguration.get(), Aead.class);
        } catch (GeneralSecurityException damaged) {
            throw new CannotStart(
                    "The key file sealing.keyset in " + folder.toAbsolutePath()
                            + " is damaged. Put back the copy you keep elsewhere, or the one in a backup.",
                    damaged);
        }
    }

    private static byte[] freshKeyset() {
        try {
            var handle = KeysetHandle.generateNew(PredefinedAeadParameters.AES256_GCM);
            return TinkProtoKeysetFormat.serializeKeyset(handle, InsecureSecretKeyAccess.get());
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException("A new key could not be made", failed);
        }
    }

    private static byte[] freshHashKey() {
        var key = new byte[HASH_KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return key;
    }
}
