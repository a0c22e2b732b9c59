package org.hearten.publishing;

/** The moments at which a crash would hurt most. The crash tests kill Hearten at each of them. */
enum Moment {
    /** Claimed in the transaction, not yet committed. */
    CLAIMED,
    /** Committed; no request has started. */
    COMMITTED,
    /** The request is under way. */
    REQUESTED,
    /** The network answered; nothing is recorded. */
    ACCEPTED,
    /** The outcome is recorded; nobody has heard of it. */
    RECORDED
}
