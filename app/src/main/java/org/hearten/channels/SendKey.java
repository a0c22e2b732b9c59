package org.hearten.channels;

/**
 * The name a post will have on its network, chosen before the first attempt. It makes sending repeatable: a network that
 * already holds this key cannot hold the post twice.
 */
public record SendKey(String value) {
    public SendKey {
        if (value.isBlank()) throw new IllegalArgumentException("A send key is never blank");
    }
}
