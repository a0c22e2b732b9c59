package org.hearten.guard.rules;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A released set of rules. A change is a new version.
 *
 * @param name us, in, or a facility's own
 * @param version the day it was released
 * @param groups rules that switch together, by name, and what is said about each
 */
public record Pack(
        String name, String region, String version, String disclaimer, Map<String, String> groups, List<Rule> rules) {

    /** Reads a pack. A mistake in it is a {@link PackError} with its line. */
    public static Pack parse(String name, String yaml) {
        return new PackReader(name, yaml).read();
    }

    /** One of the packs that come with the library: us or in. */
    public static Pack builtIn(String name) {
        return PackReader.builtIn(name);
    }

    /** As {@link #builtIn}, without the examples of its rules. */
    public static Pack builtInWithoutExamples(String name) {
        return PackTable.read(name);
    }

    /** Its version alone, without reading its rules. */
    public static String builtInVersion(String name) {
        return PackTable.version(name);
    }

    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /** Runs every rule on its own examples and tells, in sentences, which of them it gets wrong. */
    public List<String> failedExamples() {
        var failed = new ArrayList<String>();
        for (var rule : rules) {
            for (var example : rule.positives()) {
                if (!rule.fires(example)) failed.add(rule.id() + " should find something in: " + example);
            }
            for (var example : rule.negatives()) {
                if (rule.fires(example)) failed.add(rule.id() + " should stay silent on: " + example);
            }
        }
        return failed;
    }
}
