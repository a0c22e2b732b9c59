package org.hearten.channels;

import java.util.List;

/** Puts a double in the place of a network. */
public final class ScriptedChannels {
    private ScriptedChannels() {}

    public static Channels of(Channel... channels) {
        return new Channels(List.of(channels));
    }
}
