package org.hearten.approvals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hearten.approvals.Step.*;

import org.hearten.posts.Pillar;
import org.junit.jupiter.api.Test;

class StepTests {
    @Test
    void health_advice_needs_a_clinician_and_compliance() {
        assertThat(Step.needed(Pillar.EDUCATION, false)).containsExactlyInAnyOrder(CLINICAL, COMPLIANCE);
        assertThat(Step.needed(Pillar.PREVENTION, false)).containsExactlyInAnyOrder(CLINICAL, COMPLIANCE);
    }

    @Test
    void a_patients_story_needs_their_consent() {
        assertThat(Step.needed(Pillar.PATIENT_STORY, false)).containsExactlyInAnyOrder(CONSENT, COMPLIANCE);
    }

    @Test
    void other_posts_need_one_look_unless_the_guard_pointed_at_something() {
        assertThat(Step.needed(Pillar.SERVICES, false)).containsExactly(FINAL_LOOK);
        assertThat(Step.needed(Pillar.SERVICES, true)).containsExactly(COMPLIANCE);
    }
}
