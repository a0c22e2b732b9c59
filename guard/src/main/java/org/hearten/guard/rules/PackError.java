package org.hearten.guard.rules;

/** A pack that cannot be used, with the line that has to be mended. */
public final class PackError extends RuntimeException {
    private static final long serialVersionUID = 1;
    private final int line;

    PackError(String pack, int line, String problem) {
        super("Pack " + pack + ", line " + line + ": " + problem);
        this.line = line;
    }

    /** Counted from 1. */
    public int line() {
        return line;
    }
}
