package org.hearten.channels;

/** What a reply answers: the message itself and the post that began the thread, by the network's own names. */
public record ReplyTo(String parentRef, String rootRef) {}
