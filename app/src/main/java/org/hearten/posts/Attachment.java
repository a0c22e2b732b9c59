package org.hearten.posts;

import org.hearten.media.PictureId;

/**
 * A picture of a post.
 *
 * @param hash of the picture, hex
 * @param alt what it shows, for people who do not see it
 * @param declared the author said by hand: no face can be recognised, no text read
 */
public record Attachment(PictureId picture, String hash, String alt, boolean declared) {}
