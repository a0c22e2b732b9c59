package org.hearten.posts;

import static java.util.stream.Collectors.toMap;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.hearten.channels.Credits;
import org.hearten.channels.Provenance;
import org.hearten.tenancy.OrganisationId;
import org.springframework.stereotype.Component;

@Component
class SourcesOfAPost implements Provenance {
    private final PostParts parts;

    SourcesOfAPost(PostParts parts) {
        this.parts = parts;
    }

    @Override
    public Map<UUID, Credits> of(OrganisationId organisation, Collection<UUID> subjects) {
        return parts.sources(organisation, subjects.toArray(UUID[]::new)).entrySet().stream()
                .collect(toMap(Map.Entry::getKey, each -> credits(each.getValue())));
    }

    private static Credits credits(List<Source> sources) {
        return new Credits(
                sources.stream()
                        .map(source -> new Credits.Source(source.title(), source.publisher(), source.address()))
                        .toList(),
                null);
    }
}
