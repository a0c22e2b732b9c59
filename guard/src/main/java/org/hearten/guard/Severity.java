package org.hearten.guard;

/** How much a finding weighs. BLOCK stops a text, WARN asks for a reason, INFO is only told. */
public enum Severity {
    BLOCK,
    WARN,
    INFO
}
