package org.hearten.inbox;

import org.hearten.guard.Triage;

/**
 * What the guard makes of a message.
 *
 * @param masked the words with what is private hidden
 * @param hidden how many details are hidden; {@link #ALL} when the guard failed
 */
record Reading(String masked, int hidden, Triage triage) {
    static final int ALL = -1;
}
