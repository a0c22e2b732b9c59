package org.hearten.posts;

/** What came of saving. */
public sealed interface Saved {
    /** @param voided somebody had been asked, or had said yes, to the old words; that no longer counts */
    record Kept(Post post, boolean voided) implements Saved {}

    /** Somebody else saved in between. Theirs stands; nothing of ours was kept, so the page must keep it. */
    record ChangedMeanwhile(Post theirs) implements Saved {}

    /** It is on its way, out, or taken down: its words can no longer change. */
    record Closed(Post post) implements Saved {}
}
