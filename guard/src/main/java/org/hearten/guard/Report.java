package org.hearten.guard;

import java.util.List;
import java.util.Map;

/**
 * What the guard found in one text, in the order of the text, and which packs it looked with. Without findings it
 * means "no issue found by automated checks", never "compliant".
 */
public record Report(List<Finding> findings, Map<String, String> packVersions) {
    public boolean blocks() {
        return findings.stream().anyMatch(finding -> finding.severity() == Severity.BLOCK);
    }
}
