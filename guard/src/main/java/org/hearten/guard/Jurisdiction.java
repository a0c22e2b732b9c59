package org.hearten.guard;

/** Whose law the text answers to. It chooses the rule pack and how an ambiguous number is read. */
public enum Jurisdiction {
    US,
    IN
}
