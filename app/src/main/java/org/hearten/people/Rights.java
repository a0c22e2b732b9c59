package org.hearten.people;

import java.util.Set;
import org.hearten.facilities.FacilityId;

/** What several people may do where, as it stood when it was read. */
public record Rights(Set<Right> all) {
    record Right(PersonId person, Role role, FacilityId facility) {}

    public boolean hold(PersonId person, Role role, FacilityId facility) {
        return all.contains(new Right(person, role, facility));
    }
}
