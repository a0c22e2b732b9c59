package org.hearten.hub;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearten.facilities.Facility;
import org.hearten.facilities.Jurisdiction;
import org.hearten.guard.Context;
import org.hearten.guard.Finding;
import org.hearten.guard.Guard;
import org.hearten.guard.Label;
import org.hearten.people.People;
import org.hearten.people.Person;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks a visitor to think again before their own phone number, record number or name stands in public. */
@Component
class Nudge {
    private static final Logger LOG = LoggerFactory.getLogger(Nudge.class);
    private static final Set<Label> PRIVATE =
            EnumSet.of(Label.PERSON, Label.PHONE, Label.EMAIL, Label.SSN, Label.ID, Label.IP);

    private final Guard guard = Guard.withPacks();
    private final People people;
    private final Clock clock;

    Nudge(People people, Clock clock) {
        this.people = people;
        this.clock = clock;
    }

    /** Called inside the organisation's walls. Empty when nothing private was found. */
    Optional<Marked> look(Facility facility, String text) {
        try {
            var found = guard.identifiers(text, context(facility)).findings().stream()
                    .filter(finding -> PRIVATE.contains(finding.label()))
                    .toList();
            return found.isEmpty() ? Optional.empty() : Optional.of(marked(text, found));
        } catch (RuntimeException failed) {
            // The comment is held anyway, and a member of staff reads it before anybody else does.
            LOG.atWarn()
                    .addKeyValue("failure", failed.getClass().getSimpleName())
                    .log("a comment was not nudged");
            return Optional.empty();
        }
    }

    private Context context(Facility facility) {
        var jurisdiction = facility.jurisdiction() == Jurisdiction.IN
                ? org.hearten.guard.Jurisdiction.IN
                : org.hearten.guard.Jurisdiction.US;
        return Context.of(jurisdiction, "ugc", LocalDate.ofInstant(clock.instant(), facility.zone()))
                .withStaff(people.all().stream().map(Person::name).toList())
                .withFacilityFacts(List.of(facility.phone(), facility.address(), facility.nameEnglish()));
    }

    private static Marked marked(String text, List<Finding> found) {
        var pieces = new ArrayList<Marked.Piece>();
        var without = new StringBuilder();
        var from = 0;
        for (var finding : found) {
            if (finding.start() >= from) {
                var before = text.substring(from, finding.start());
                if (!before.isEmpty()) {
                    pieces.add(new Marked.Piece(before, null));
                }
                pieces.add(new Marked.Piece(text.substring(finding.start(), finding.end()), finding.label()));
                without.append(before).append('…');
                from = finding.end();
            }
        }
        if (from < text.length()) {
            pieces.add(new Marked.Piece(text.substring(from), null));
        }
        without.append(text.substring(from));
        return new Marked(
                pieces,
                without.toString().strip(),
                found.stream().allMatch(finding -> finding.label() == Label.PERSON));
    }
}
