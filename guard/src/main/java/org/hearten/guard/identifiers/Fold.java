package org.hearten.guard.identifiers;

import org.hearten.guard.text.FoldedText;

/** Folds words and patterns of this package the way texts are folded, so that they can meet. */
final class Fold {
    private Fold() {}

    static String word(String word) {
        return FoldedText.of(word).lower();
    }
}
