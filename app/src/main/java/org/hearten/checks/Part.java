package org.hearten.checks;

/** A piece of text to be looked at, such as a post's title or the words for one network. The name is ours, never a person's. */
public record Part(String name, String text) {}
