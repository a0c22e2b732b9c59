package org.hearten.channels;

import org.jspecify.annotations.Nullable;

/** Where something stands on a network: its name there, the hash of its content if the network has one, its page. */
public record NetworkRef(String uri, @Nullable String cid, String url) {}
