package org.hearten.posts;

/** The kind of content that the strategy balances. Stored by name. Decides who must approve. */
public enum Pillar {
    EDUCATION,
    PREVENTION,
    PATIENT_STORY,
    OUR_PEOPLE,
    SERVICES,
    COMMUNITY
}
