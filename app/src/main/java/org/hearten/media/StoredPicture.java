package org.hearten.media;

import org.hearten.facilities.FacilityId;

/**
 * A picture in the library.
 *
 * @param hash hex SHA-256 of the picture as people see it
 * @param width in pixels
 * @param height in pixels
 */
public record StoredPicture(PictureId id, FacilityId facility, String hash, int width, int height) {}
