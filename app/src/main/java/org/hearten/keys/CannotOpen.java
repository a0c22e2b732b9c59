package org.hearten.keys;

/** Sealed bytes did not open: they were changed, moved, or the keys folder is not the one they were sealed with. */
public final class CannotOpen extends RuntimeException {
    CannotOpen(String context, Throwable cause) {
        super("Sealed bytes of " + context + " did not open with the keys in the keys folder", cause);
    }
}
