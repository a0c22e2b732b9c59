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

    /** Everybody agreed, or it is out: the calendar draws it with a whole line. */
    public boolean promised() {
        return this == APPROVED || this == SENDING || this == PUBLISHED;
    }

    public String icon() {
        return switch (this) {
            case DRAFT -> "pencil";
            case IN_REVIEW -> "hourglass";
            case CHANGES_ASKED -> "message-circle-warning";
            case APPROVED -> "badge-check";
            case SENDING -> "send";
            case PUBLISHED -> "circle-check";
            case NOT_SENT -> "circle-alert";
            case TAKEN_DOWN -> "eye-off";
            case CANCELLED -> "ban";
        };
    }

    /** The tone of its badge, beside icon and word. */
    public String tone() {
        return switch (this) {
            case DRAFT, TAKEN_DOWN, CANCELLED -> "";
            case IN_REVIEW, SENDING -> "is-info";
            case CHANGES_ASKED -> "is-warn";
            case APPROVED, PUBLISHED -> "is-ok";
            case NOT_SENT -> "is-block";
        };
    }

    /** Where a change of words leads: what was asked of reviewers, or said by them, no longer counts. */
    Stage edited() {
        return this == CHANGES_ASKED ? CHANGES_ASKED : DRAFT;
    }

    /** A change of words must be told to those who decided on the old ones. */
    public boolean wasDecidedOn() {
        return this != DRAFT && this != CHANGES_ASKED;
    }
}
