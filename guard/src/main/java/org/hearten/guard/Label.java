package org.hearten.guard;

/** What kind of thing a finding points at. The first eleven are identifiers of a person. */
public enum Label {
    PERSON,
    LOCATION,
    DATE,
    AGE,
    PHONE,
    EMAIL,
    SSN,
    ID,
    URL,
    IP,
    OTHER,
    /** Breaks a rule of a pack. */
    RULE,
    /** Makes a reply confirm, deny or add to what is known about a person's care. */
    REPLY;

    public boolean isIdentifier() {
        return compareTo(OTHER) <= 0;
    }
}
