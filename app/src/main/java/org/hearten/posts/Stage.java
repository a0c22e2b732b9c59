package org.hearten.posts;

/** Where a post is on its way. Stored by name. */
public enum Stage {
    DRAFT,
    IN_REVIEW,
    CHANGES_ASKED,
    APPROVED,
    SENDING,
    PUBLISHED,
    NOT_SENT,
    TAKEN_DOWN,
    CANCELLED
}
