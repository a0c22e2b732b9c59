package org.hearten.checks;

import java.util.List;
import java.util.Set;
import org.hearten.guard.Severity;

/** What the guard says about some words, heaviest first. No finding means "none found by automated checks". */
public record Checkup(List<Found> found, Set<String> packs) {
    public long blocks() {
        return found.stream().filter(Found::blocks).count();
    }

    /** Warnings that nobody answered. */
    public long openWarnings() {
        return found.stream()
                .filter(each -> each.severity() == Severity.WARN && each.open())
                .count();
    }

    public boolean clear() {
        return found.stream().noneMatch(Found::open);
    }
}
