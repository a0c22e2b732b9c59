package org.hearten.clearance;

/**
 * One reason why something may or may not leave. Asked inside the claiming transaction: a rule reads (and may lock) rows
 * and calls no network.
 */
public interface ClearanceRule {
    /** The rule's word in the record, such as {@code "approval"}. */
    String name();

    Verdict judge(Departure departure);
}
