package org.hearten.hub;

/** Where a comment is on its way. Stored by name. */
public enum CommentState {
    HELD,
    SHOWN,
    REFUSED,
    WITHDRAWN
}
