package org.hearten.operations;

/** A command cannot be carried out. The message is a sentence for the person at the terminal. */
final class CannotDo extends RuntimeException {
    CannotDo(String sentence) {
        super(sentence);
    }

    CannotDo(String sentence, Throwable cause) {
        super(sentence, cause);
    }
}
