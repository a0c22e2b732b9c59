package org.hearten.approvals;

import java.util.EnumSet;
import java.util.Set;
import org.hearten.people.Role;
import org.hearten.posts.Pillar;

/** A yes that a post needs. Stored by name. */
public enum Step {
    CLINICAL(Role.CLINICAL_REVIEWER),
    COMPLIANCE(Role.COMPLIANCE_OFFICER),
    /** The patient's authorization was seen. */
    CONSENT(Role.COMPLIANCE_OFFICER),
    /** Any one of those entrusted with publishing. */
    FINAL_LOOK(Role.CLINICAL_REVIEWER, Role.COMPLIANCE_OFFICER, Role.PUBLISHER);

    private final Set<Role> roles;

    Step(Role first, Role... rest) {
        this.roles = EnumSet.of(first, rest);
    }

    public Set<Role> roles() {
        return roles;
    }

    /** @param guardPointed the guard found an identifier, or something that somebody let stand with a reason */
    static Set<Step> needed(Pillar pillar, boolean guardPointed) {
        var steps = switch (pillar) {
            case EDUCATION, PREVENTION -> EnumSet.of(CLINICAL, COMPLIANCE);
            case PATIENT_STORY -> EnumSet.of(CONSENT, COMPLIANCE);
            case OUR_PEOPLE, SERVICES, COMMUNITY -> EnumSet.of(FINAL_LOOK);
        };
        if (guardPointed) {
            steps.add(COMPLIANCE);
            steps.remove(FINAL_LOOK);
        }
        return steps;
    }
}
