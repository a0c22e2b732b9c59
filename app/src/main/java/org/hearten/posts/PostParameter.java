package org.hearten.posts;

import java.util.Optional;
import java.util.UUID;
import org.hearten.facilities.FacilityId;
import org.hearten.people.Whereabouts;
import org.hearten.tenancy.OrganisationId;
import org.springframework.stereotype.Component;

/** {@code {post}} in a path belongs to the facility it speaks for. */
@Component
class PostParameter implements Whereabouts {
    private final PostRows rows;

    PostParameter(PostRows rows) {
        this.rows = rows;
    }

    @Override
    public String variable() {
        return "post";
    }

    @Override
    public Optional<FacilityId> facilityOf(OrganisationId organisation, UUID id) {
        return rows.facilityOf(new PostId(organisation, id));
    }
}
