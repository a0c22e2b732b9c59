package org.hearten.guard;

/**
 * All four checks of one draft reply.
 *
 * @param reply what it gives away; its findings hold the identifiers and broken rules too
 */
public record Everything(ReplyReport reply, Readability readability) {}
