package org.hearten.hub;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.hearten.checks.Checks;
import org.hearten.checks.Private;
import org.hearten.facilities.FacilityId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Asks a visitor to think again before their own phone number, record number or name stands in public. */
@Component
class Nudge {
    private static final Logger LOG = LoggerFactory.getLogger(Nudge.class);

    private final Checks checks;

    Nudge(Checks checks) {
        this.checks = checks;
    }

    /** Called inside the organisation's walls. Empty when nothing private was found. */
    Optional<Marked> look(FacilityId facility, String text) {
        try {
            var found = checks.privateWords(facility, text);
            return found.isEmpty() ? Optional.empty() : Optional.of(marked(text, found));
        } catch (RuntimeException failed) {
            // The comment is held anyway, and a member of staff reads it before anybody else does.
            LOG.atWarn()
                    .addKeyValue("failure", failed.getClass().getSimpleName())
                    .log("a comment was not nudged");
            return Optional.empty();
        }
    }

    private static Marked marked(String text, List<Private> found) {
        var pieces = new ArrayList<Marked.Piece>();
        var without = new StringBuilder();
        var from = 0;
        for (var each : found) {
            if (each.start() >= from) {
                var before = text.substring(from, each.start());
                if (!before.isEmpty()) {
                    pieces.add(new Marked.Piece(before, null));
                }
                pieces.add(new Marked.Piece(text.substring(each.start(), each.end()), each.kind()));
                without.append(before).append('…');
                from = each.end();
            }
        }
        if (from < text.length()) {
            pieces.add(new Marked.Piece(text.substring(from), null));
        }
        without.append(text.substring(from));
        return new Marked(
                pieces,
                without.toString().strip(),
                found.stream().allMatch(each -> each.kind() == Private.Kind.PERSON));
    }
}
