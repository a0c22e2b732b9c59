package org.hearten.people;

/** What a person may do in a facility. Stored by name, so renaming one needs a migration. */
public enum Role {
    AUTHOR,
    CLINICAL_REVIEWER,
    COMPLIANCE_OFFICER,
    PUBLISHER,
    COMMUNITY_MANAGER,
    ANALYST,
    AUDITOR,
    ADMINISTRATOR
}
