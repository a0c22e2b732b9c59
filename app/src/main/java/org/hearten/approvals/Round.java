package org.hearten.approvals;

import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hearten.facilities.FacilityId;
import org.hearten.people.PersonId;
import org.hearten.posts.PostId;
import org.jspecify.annotations.Nullable;

/**
 * One asking for the approval of exactly this content.
 *
 * @param changedBy who wrote last: like the author, they cannot approve it
 */
public record Round(
        UUID id,
        PostId post,
        FacilityId facility,
        String contentHash,
        Set<Step> steps,
        PersonId author,
        PersonId changedBy,
        State state,
        Instant askedAt,
        @Nullable Instant closedAt,
        List<Decision> decisions) {

    /** Stored by name. */
    public enum State {
        OPEN,
        APPROVED,
        CHANGES_ASKED,
        EDITED,
        ASKED_AGAIN
    }

    public boolean isOpen() {
        return state == State.OPEN;
    }

    public boolean wrote(PersonId person) {
        return author.equals(person) || changedBy.equals(person);
    }

    public Set<Step> openSteps() {
        var open = EnumSet.copyOf(steps);
        decisions.stream().filter(Decision::approved).forEach(decision -> open.removeAll(decision.steps()));
        return open;
    }

    /** Steps that still wait and that somebody with these roles may take. */
    Set<Step> openTo(Set<org.hearten.people.Role> roles) {
        var mine = EnumSet.noneOf(Step.class);
        openSteps().stream()
                .filter(step -> step.roles().stream().anyMatch(roles::contains))
                .forEach(mine::add);
        return mine;
    }

    public java.util.Optional<Decision> of(Step step) {
        return decisions.stream()
                .filter(decision -> decision.approved() && decision.steps().contains(step))
                .findFirst();
    }
}
