package org.hearten.keys;

import java.nio.file.Path;
import java.security.GeneralSecurityException;

/** Keys in a folder of the test's own, for tests that need no Spring. */
public final class FreshKeys {
    private FreshKeys() {}

    public static Keys in(Path folder) {
        try {
            return new Keys(folder);
        } catch (GeneralSecurityException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
