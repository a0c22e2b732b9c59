package org.hearten.inbox;

/** Why somebody needs to see what is hidden. Recorded by name before anything is shown. */
public enum Reason {
    TO_ANSWER,
    IN_AN_EMERGENCY,
    FOR_A_COMPLAINT,
    FOR_PRIVACY
}
