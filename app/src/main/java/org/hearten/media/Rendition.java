package org.hearten.media;

/** The bytes of a picture, ready to be shown or sent. Width and height in pixels. */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
public record Rendition(byte[] bytes, String mediaType, int width, int height) {}
