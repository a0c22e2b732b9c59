package org.hearten.channels;

/** A picture ready to leave: re-encoded, without metadata. Width and height in pixels. */
@SuppressWarnings("ArrayRecordComponent") // handed on once and never compared
public record Picture(byte[] bytes, String mediaType, String altText, int width, int height) {}
