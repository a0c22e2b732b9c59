package org.hearten.approvals;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.channels.Credits;
import org.hearten.channels.Provenance;
import org.hearten.people.People;
import org.hearten.posts.PostId;
import org.hearten.tenancy.OrganisationId;
import org.springframework.stereotype.Component;

/** The clinician whose yes counted: that of the newest round that was approved. */
@Component
class ClinicianWhoChecked implements Provenance {
    private final RoundRows rows;
    private final People people;

    ClinicianWhoChecked(RoundRows rows, People people) {
        this.rows = rows;
        this.people = people;
    }

    @Override
    public Map<UUID, Credits> of(OrganisationId organisation, Collection<UUID> subjects) {
        var posts = subjects.stream()
                .map(subject -> new PostId(organisation, subject))
                .toList();
        var counting = new HashMap<PostId, Round>();
        rows.of(posts).stream()
                .filter(round -> round.state() == Round.State.APPROVED)
                .forEach(round -> counting.putIfAbsent(round.post(), round));
        var names = people.names();
        var credits = new HashMap<UUID, Credits>();
        counting.forEach((post, round) -> round.of(Step.CLINICAL)
                .map(decision -> names.getOrDefault(decision.by().value(), "?"))
                .ifPresent(name -> credits.put(post.value(), new Credits(List.of(), name))));
        return credits;
    }
}
