package org.hearten.guard;

import java.util.List;
import java.util.Map;

/**
 * Whether a draft reply confirms or denies that somebody is or was in care, or adds facts about them.
 *
 * @param riskClass R1 to R14, or SAFE
 * @param instead a whole reply that keeps the kindness and moves to the facility's own channel
 * @param findings the places that make the reply risky, identifiers and rules included
 */
public record ReplyReport(
        boolean risky,
        String riskClass,
        double confidence,
        Words why,
        Words instead,
        List<Finding> findings,
        Map<String, String> packVersions) {}
