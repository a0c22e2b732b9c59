package org.hearten.channels;

/** Where a post can appear. Stored by name, so renaming one needs a migration. */
public enum Network {
    HUB,
    BLUESKY
}
