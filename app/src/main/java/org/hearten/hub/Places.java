package org.hearten.hub;

import java.time.Clock;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import org.hearten.facilities.Facilities;
import org.hearten.facilities.Facility;
import org.hearten.facilities.FacilityId;
import org.hearten.tenancy.Caller;
import org.hearten.tenancy.OrganisationId;
import org.hearten.tenancy.Tenancy;
import org.hearten.web.Language;
import org.hearten.web.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Leads a public address to its facility, and a visitor inside that organisation's walls. */
@Component
class Places {
    private final Facilities facilities;
    private final Tenancy tenancy;
    private final HubSettings settings;
    private final Clock clock;
    /** Only addresses that lead somewhere are kept, so nobody can fill it with guesses. */
    private final Map<String, Known> known = new ConcurrentHashMap<>();

    Places(Facilities facilities, Tenancy tenancy, HubSettings settings, Clock clock) {
        this.facilities = facilities;
        this.tenancy = tenancy;
        this.settings = settings;
        this.clock = clock;
    }

    private record Known(Facility facility, Instant until) {}

    Optional<Place> at(String slug, String language, Words words) {
        var spoken = Language.of(language);
        return spoken.isEmpty()
                ? Optional.empty()
                : facility(slug)
                        .map(facility ->
                                new Place(facility, words.in(spoken.get()).at(facility.zone())));
    }

    Optional<Facility> facility(String slug) {
        var now = clock.instant();
        var remembered = known.get(slug);
        if (remembered != null && remembered.until().isAfter(now)) {
            return Optional.of(remembered.facility());
        } else {
            var found = facilities.organisationOfSlug(slug).map(organisation -> look(slug, organisation));
            if (found.isPresent()) {
                known.put(slug, new Known(found.get(), now.plus(settings.placeKept())));
            } else {
                known.remove(slug);
            }
            return found;
        }
    }

    private @Nullable Facility look(String slug, OrganisationId organisation) {
        return tenancy.as(visitor(organisation), () -> facilities.bySlug(slug)).orElse(null);
    }

    /** Inside the walls of the facility's organisation, as a visitor of whom nothing is known. */
    <T> T as(FacilityId facility, Supplier<T> work) {
        return tenancy.as(visitor(facility.organisation()), work);
    }

    private static Caller visitor(OrganisationId organisation) {
        return new Caller(organisation, null, "visitor", "public");
    }
}
