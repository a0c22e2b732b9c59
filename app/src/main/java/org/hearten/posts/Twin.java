package org.hearten.posts;

import org.jspecify.annotations.Nullable;

/**
 * The same post in the other language.
 *
 * @param checkAgain one of the two changed after somebody last found that both say the same
 * @param then what it said at that time, if it changed since and that was kept
 */
public record Twin(Post post, boolean checkAgain, @Nullable Draft then) {

    /** Only when it is known what it said before. */
    public java.util.List<WordDiff.Piece> changes() {
        return WordDiff.between(then == null ? post.text() : then.text(), post.text());
    }
}
