package org.hearten.posts;

/** What was typed about a picture that could not be added, and why it could not. */
public record PictureTyped(String alt, boolean clean, String problem) {
    /** Nothing was tried yet. */
    public static final PictureTyped NONE = new PictureTyped("", false, "");
}
