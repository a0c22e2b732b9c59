package org.hearten.tenancy;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is acting, and for which organisation.
 *
 * @param person the member of staff, or null when Hearten itself acts
 * @param name what the audit record shows: a person's id stands for them, so this is a role word such as "person",
 *     "visitor" or the name of the worker
 * @param from where the request came from: an address, or the machine's own worker
 */
public record Caller(OrganisationId organisation, @Nullable UUID person, String name, String from) {

    /** Hearten itself, in the named room. */
    public static Caller system(OrganisationId organisation, String room) {
        return new Caller(organisation, null, "system:" + room, "local");
    }
}
