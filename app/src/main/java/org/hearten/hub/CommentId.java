package org.hearten.hub;

import java.util.UUID;
import org.hearten.tenancy.OfOrganisation;
import org.hearten.tenancy.OrganisationId;

/** What a visitor wrote under a page. */
public record CommentId(OrganisationId organisation, UUID value) implements OfOrganisation {
    private static final String PREFIX = "hub:comment:";

    /** Its name on the Hub, as {@link org.hearten.channels.Heard#ref} carries it. */
    public String ref() {
        return PREFIX + value;
    }

    /** @throws IllegalArgumentException when the name is not that of a comment */
    public static CommentId of(OrganisationId organisation, String ref) {
        if (!ref.startsWith(PREFIX)) {
            throw new IllegalArgumentException("Not a comment on the Hub");
        }
        return new CommentId(organisation, UUID.fromString(ref.substring(PREFIX.length())));
    }
}
