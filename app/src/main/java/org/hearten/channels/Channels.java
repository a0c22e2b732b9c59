package org.hearten.channels;

import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Every network Hearten can speak to. */
@Component
public class Channels {
    private final Map<Network, Channel> channels;

    Channels(List<Channel> channels) {
        this.channels = channels.stream().collect(Collectors.toUnmodifiableMap(Channel::network, Function.identity()));
    }

    public Channel of(Network network) {
        var channel = channels.get(network);
        if (channel == null) throw new IllegalStateException("No channel speaks to " + network);
        return channel;
    }
}
