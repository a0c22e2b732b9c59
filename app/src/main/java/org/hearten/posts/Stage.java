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
    CANCELLED;

    /** Its words may still change: nothing of it stands anywhere or is on its way. */
    public boolean open() {
        return switch (this) {
            case DRAFT, IN_REVIEW, CHANGES_ASKED, APPROVED, NOT_SENT, CANCELLED -> true;
            case SENDING, PUBLISHED, TAKEN_DOWN -> false;
        };
    }

    /** May still be called off. What already stands is taken down instead. */
    public boolean canBeCancelled() {
        return switch (this) {
            case DRAFT, IN_REVIEW, CHANGES_ASKED, APPROVED, SENDING, NOT_SENT -> true;
            case PUBLISHED, TAKEN_DOWN, CANCELLED -> false;
        };
    }

    /** Where a change of words leads: what was asked of reviewers, or said by them, no longer counts. */
    Stage edited() {
        return this == CHANGES_ASKED ? CHANGES_ASKED : DRAFT;
    }

    /** A change of words must be told to those who decided on the old ones. */
    boolean wasDecidedOn() {
        return this != DRAFT && this != CHANGES_ASKED;
    }
}
