package org.hearten.facilities;

/** Whose law a facility lives under. Decides which rule packs apply. Stored by name. */
public enum Jurisdiction {
    IN,
    US
}
