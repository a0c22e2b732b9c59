package org.hearten.people;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.hearten.facilities.FacilityId;
import org.hearten.tenancy.OrganisationId;
import org.hearten.web.Refusal;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * The member of staff who is making this request, with the grants that hold right now. Controllers take it as an
 * argument.
 *
 * @param chosen the facility picked in the switcher, or null for all of them
 */
public record SignedIn(
        PersonId person,
        String name,
        List<Grant> grants,
        @Nullable FacilityId chosen) {

    /** Whoever makes this request, if they signed in. */
    public static Optional<SignedIn> of(HttpServletRequest request) {
        return Optional.ofNullable(SessionFilter.signedIn(request));
    }

    public OrganisationId organisation() {
        return person.organisation();
    }

    public boolean may(Role role, FacilityId facility) {
        return grants.stream()
                .anyMatch(grant -> grant.role() == role && grant.facility().equals(facility));
    }

    public boolean mayAny(Collection<Role> roles, FacilityId facility) {
        return roles.stream().anyMatch(role -> may(role, facility));
    }

    /** Holds the role in at least one facility. */
    public boolean is(Role role) {
        return grants.stream().anyMatch(grant -> grant.role() == role);
    }

    /** Those held there, or anywhere when no facility is meant. */
    List<Role> roles(@Nullable FacilityId facility) {
        return grants.stream()
                .filter(grant -> facility == null || grant.facility().equals(facility))
                .map(Grant::role)
                .distinct()
                .toList();
    }

    /** @throws Refusal (403) when the role is not held there */
    public void require(Role role, FacilityId facility) {
        if (!may(role, facility)) {
            throw new Refusal(HttpStatus.FORBIDDEN, "people.not-allowed");
        }
    }

    /** Facilities where any of the roles is held; all with any role when none is named. */
    public List<FacilityId> facilities(Role... roles) {
        var wanted = Set.of(roles);
        return grants.stream()
                .filter(grant -> wanted.isEmpty() || wanted.contains(grant.role()))
                .map(Grant::facility)
                .distinct()
                .toList();
    }

    /** What a list page shows: the chosen facility if there is one, else every facility with any of the roles. */
    public List<FacilityId> looksAt(Role... roles) {
        var all = facilities(roles);
        return Optional.ofNullable(chosen).filter(all::contains).map(List::of).orElse(all);
    }
}
