package org.hearten.tenancy;

/** Something that belongs to one organisation: an event, or an id. Listeners enter that organisation's walls. */
public interface OfOrganisation {
    OrganisationId organisation();
}
