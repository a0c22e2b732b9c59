package org.hearten.start;

/** Hearten cannot start. The message is a sentence for the person at the terminal, and all they will see. */
public final class CannotStart extends RuntimeException {
    private final String sentence;

    public CannotStart(String sentence) {
        super(sentence);
        this.sentence = sentence;
    }

    public CannotStart(String sentence, Throwable cause) {
        super(sentence, cause);
        this.sentence = sentence;
    }

    public String sentence() {
        return sentence;
    }
}
