package org.hearten.posts;

import java.util.UUID;
import org.hearten.channels.Credits;
import org.hearten.channels.Provenance;
import org.hearten.facilities.FacilityId;
import org.springframework.stereotype.Component;

@Component
class SourcesOfAPost implements Provenance {
    private final PostRows rows;

    SourcesOfAPost(PostRows rows) {
        this.rows = rows;
    }

    @Override
    public Credits of(FacilityId facility, UUID subject) {
        var sources = rows.find(new PostId(facility.organisation(), subject)).stream()
                .flatMap(post -> post.sources().stream())
                .map(source -> new Credits.Source(source.title(), source.publisher(), source.address()))
                .toList();
        return new Credits(sources, null);
    }
}
