package org.hearten.publishing;

/** What happened to a delivery, for its history. Stored by name. */
public enum Step {
    PLANNED,
    HELD,
    CLAIMED,
    SENT,
    RETRY,
    RATE_LIMITED,
    REFUSED,
    DISCONNECTED,
    RECONNECTED,
    UNKNOWN,
    FOUND,
    ABSENT,
    CANNOT_TELL,
    PERSON_ASKED,
    PERSON_SAID_PRESENT,
    PERSON_SAID_ABSENT,
    LOOK_ASKED,
    CANCELLED,
    UNWANTED,
    TAKE_DOWN_ASKED,
    REMOVAL_LATER,
    REMOVAL_REFUSED,
    PROVEN_ABSENT,
    STOOD_AGAIN,
    GAVE_UP,
    LATE,
    FAULT
}
