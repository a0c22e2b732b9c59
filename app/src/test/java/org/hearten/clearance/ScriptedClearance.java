package org.hearten.clearance;

import java.util.List;

/** A clearance that asks only the rules a test gives it. */
public final class ScriptedClearance {
    private ScriptedClearance() {}

    public static Clearance of(ClearanceRule... rules) {
        return new Clearance(List.of(rules));
    }
}
