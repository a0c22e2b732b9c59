package org.hearten.publishing;

/** Told when a named moment of sending is reached. */
interface Moments {
    void reached(Moment moment);
}
