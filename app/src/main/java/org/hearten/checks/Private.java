package org.hearten.checks;

/**
 * A stretch of somebody's words that tells who they are, in UTF-16 units.
 *
 * @param end the first unit after it
 */
public record Private(int start, int end, Kind kind) {
    public enum Kind {
        PERSON,
        PHONE,
        EMAIL,
        SSN,
        ID,
        IP
    }
}
